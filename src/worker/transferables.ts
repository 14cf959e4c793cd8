/**
 * The buffers of all typed arrays within a message, each once. Only for messages whose arrays belong to them alone:
 * after posting, the sender's arrays are empty.
 */
export function buffersOf(message: unknown): ArrayBuffer[] {
  const found = new Set<ArrayBuffer>();
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if (ArrayBuffer.isView(value)) {
      if (value.buffer instanceof ArrayBuffer) found.add(value.buffer);
      return;
    }
    for (const part of Object.values(value)) visit(part);
  };
  visit(message);
  return [...found];
}
