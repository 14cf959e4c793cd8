import { Button } from '../../../ui/Button.tsx';
import { focusFirst } from '../../../ui/focus.ts';
import type { DrawingBarState } from './useDrawingBar.ts';

/** Corners that a shape needs. */
const ENOUGH = 3;

interface DrawingBarProps {
  readonly state: DrawingBarState;
  readonly onCancel: () => void;
}

/** The ways to end or mend a drawing without a pointer's double click or the keyboard's cross. */
export function DrawingBar({ state: { corners, words, ask }, onCancel }: DrawingBarProps) {
  return (
    <fieldset className="drawing-bar" aria-label="Drawing">
      <Button
        variant="primary" isDisabled={corners < ENOUGH}
        onPress={() => {
          leave();
          ask('finish');
        }}
      >
        Finish
      </Button>
      {/* Never disabled: it would lose the focus with its last corner. */}
      <Button onPress={() => ask('remove-corner')}>Remove last corner</Button>
      <Button
        onPress={() => {
          leave();
          onCancel();
        }}
      >
        Cancel
      </Button>
      <output className="drawing-words small">{words}</output>
    </fieldset>
  );
}

/** The buttons are about to go: back to where drawing was started, or to the map where that is not on screen. */
function leave(): void {
  focusFirst('#draw-shape', '#map');
}
