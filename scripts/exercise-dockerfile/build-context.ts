/**
 * What of the build context an engine would see, by a .dockerignore of plain names: the last line that fits decides, and
 * a folder's line holds for everything in it.
 *
 * @param path relative, with slashes
 */
export function isInContext(path: string, dockerignore: string): boolean {
  const lines = dockerignore
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  let inside = true;
  for (const line of lines) {
    const again = line.startsWith('!');
    const name = (again ? line.slice(1) : line).replace(/\/$/, '');
    if (name === '*' || path === name || path.startsWith(`${name}/`)) inside = again;
  }
  return inside;
}
