/**
 * Python with the engine in it, behind one door that takes and gives JSON text. Runs alike in a worker and in Node.
 *
 * @typedef {object} Manifest What the build says about the runtime; paths are relative to the manifest.
 * @property {string} loader the folder of Pyodide
 * @property {string} library the standard library
 * @property {string} wheel the engine
 * @property {object} lock Pyodide's lock, without packages
 * @property {Record<string, { integrity: string, size: number }>} files
 */

/** Where the wheel lies in Python's file system. It stays packed: Python imports from it as from a folder. */
const WHEEL = "/followup.whl";

/**
 * @param {(options: object) => Promise<any>} loadPyodide
 * @param {Manifest} manifest
 * @param {string} base the address or folder of the manifest, with a slash at its end
 * @param {Promise<Uint8Array>} wheel
 * @param {"answer" | "advise"} [door] which function of `followup.wire`: the page's door, or the command line's
 * @returns {Promise<(text: string) => string>} that function
 */
export async function startPython(loadPyodide, manifest, base, wheel, door = "answer") {
  const index = base + manifest.loader;
  const python = await loadPyodide({
    indexURL: index,
    packageBaseUrl: index, // without it Pyodide would know a server that is not ours
    stdLibURL: base + manifest.library,
    lockFileContents: manifest.lock,
    env: { PYTHONPATH: WHEEL },
    fsInit: async (/** @type {any} */ files) => files.writeFile(WHEEL, await wheel),
  });
  return python.pyimport("followup.wire")[door];
}
