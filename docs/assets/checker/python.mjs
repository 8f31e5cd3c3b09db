/** Python with the engine in it, behind doors that take and give JSON text. Runs alike in a worker, a page and Node. */

/**
 * @typedef {object} Python
 * @property {any} python Pyodide
 * @property {any} door the engine's module `followup.page.door`: its `answer` takes and gives the page's JSON text
 *
 * @param {(options: object) => Promise<any>} loadPyodide
 * @param {object} parts
 * @param {string} parts.index the folder, with a slash at its end, in which Pyodide looks for what it was not given
 * @param {Record<string, Uint8Array | Promise<Uint8Array>>} parts.archives zip archives of modules by their path in
 *   Python's file system; what is still on its way is waited for only where Python reads it
 * @param {object} parts.lock Pyodide's lock, without packages
 * @param {WebAssembly.Module | Promise<WebAssembly.Module>} [parts.program] Pyodide's program, if it is compiled elsewhere
 * @returns {Promise<Python>}
 */
export async function startPython(loadPyodide, { index, archives, lock, program }) {
  const given = program ? giveProgram(program) : new Promise(() => {});
  const loading = loadPyodide({
    indexURL: index,
    packageBaseUrl: index, // without it Pyodide would know a server that is not ours
    lockFileContents: lock,
    args: ["-S"], // there are no site-packages to look through
    env: {
      // The archives stay packed: Python imports from them as from folders.
      PYTHONPATH: Object.keys(archives).join(":"),
      // No zones of a machine: the engine brings its own. Saves loading how Python was built, to learn where they are.
      PYTHONTZPATH: "",
    },
    fsInit: async (/** @type {any} */ files) => {
      for (const [path, content] of Object.entries(archives)) {
        files.writeFile(path, await content, { canOwn: true });
      }
    },
  });
  const python = await Promise.race([loading, given]);
  return { python, door: python.pyimport("followup.page.door") };
}

/**
 * Give Pyodide a program that is compiled elsewhere in place of the one that it would fetch.
 *
 * @param {WebAssembly.Module | Promise<WebAssembly.Module>} program
 * @returns {Promise<never>} rejects where the program cannot be started: Pyodide only writes that to the console and waits on
 */
function giveProgram(program) {
  const { instantiateStreaming } = WebAssembly;
  return new Promise((_, reject) => {
    WebAssembly.instantiateStreaming = async (response, imports) => {
      WebAssembly.instantiateStreaming = instantiateStreaming;
      Promise.resolve(response).catch(() => {}); // what it fetched in vain
      try {
        const module = await program;
        return { module, instance: await WebAssembly.instantiate(module, withoutDrawing(imports)) };
      } catch (error) {
        reject(error);
        throw error;
      }
    };
  });
}

/**
 * Pyodide's program asks where some 260 functions are that draw on a screen, and its script would make a WebAssembly module
 * for each of them. Nothing here draws, so they are nowhere.
 *
 * @param {any} imports what Pyodide's script gives to its program
 */
function withoutDrawing(imports) {
  const places = imports["GOT.func"];
  const nowhere = () => new WebAssembly.Global({ value: "i32", mutable: true });
  const placeOf = (/** @type {string} */ name) => (name.startsWith("emscripten_gl") ? nowhere() : places[name]);
  return { ...imports, "GOT.func": new Proxy(places, { get: (_, name) => placeOf(String(name)) }) };
}
