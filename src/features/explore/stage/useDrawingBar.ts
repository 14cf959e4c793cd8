import { useState } from 'react';
import type { DrawingCommand } from '../mapSlot.ts';

export interface DrawingBarState {
  /** Corners set so far. */
  readonly corners: number;
  /** What just happened, for the live status. */
  readonly words: string;
  readonly command: DrawingCommand | null;
  readonly ask: (command: DrawingCommand['command']) => void;
  readonly onDrawing: (corners: number | null) => void;
}

/** Follows a drawing by its number of corners, and passes on what the buttons ask of it. */
export function useDrawingBar(): DrawingBarState {
  const [progress, setProgress] = useState({ corners: 0, words: '' });
  const [command, setCommand] = useState<DrawingCommand | null>(null);
  return {
    ...progress,
    command,
    ask: (asked) => setCommand((last) => ({ id: (last?.id ?? 0) + 1, command: asked })),
    onDrawing: (corners) => setProgress((before) => ({ corners: corners ?? 0, words: corners === null ? '' : cornerWords(before.corners, corners) })),
  };
}

/** "Corner 2 added", "Corner removed, 1 left". Empty before the first corner. */
export function cornerWords(before: number, now: number): string {
  if (now > before) return `Corner ${now} added`;
  return now < before ? `Corner removed, ${now} left` : '';
}
