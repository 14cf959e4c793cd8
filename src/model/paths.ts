/** Whether a path stays inside its folder: no scheme, no leading slash, no "..". */
export function isInnerPath(path: string): boolean {
  return /^(?!.*(?:^|\/)\.\.?(?:\/|$))[\w.-]+(?:\/[\w.-]+)*$/.test(path);
}
