// The theme stores the colour scheme on every visit. Only a choice is worth keeping: "as my device does" stores nothing.
{
  const asTheDeviceDoes = () => ({ index: 0, color: { media: "(prefers-color-scheme)" } });
  const get = __md_get;
  const set = __md_set;

  __md_get = (key, ...where) => {
    try {
      const stored = get(key, ...where);
      return stored === null && key === "__palette" ? asTheDeviceDoes() : stored;
    } catch {
      return null; // Storage is switched off.
    }
  };

  __md_set = (key, value, storage, scope = __md_scope) => {
    if (key !== "__palette" || value.index !== 0) return set(key, value, storage, scope);
    try {
      localStorage.removeItem(`${scope.pathname}.${key}`);
    } catch {
      // Storage is switched off, so there is nothing to forget.
    }
  };
}
