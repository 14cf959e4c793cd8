/** Hands a file to the reader; nothing leaves the page. */
export function downloadBlob(name: string, blob: Blob): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken the address by the time the click returns to the event loop.
  setTimeout(() => URL.revokeObjectURL(address), 0);
}

/** The same for text. */
export function downloadText(name: string, text: string, type = 'text/csv;charset=utf-8'): void {
  downloadBlob(name, new Blob([text], { type }));
}
