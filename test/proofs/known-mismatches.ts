/** Where the manifests and the Compose file are not the same, and why that is so. Each is told among the differences. */
export const knownMismatches: Readonly<Record<string, readonly string[]>> = {
  // One file of a ConfigMap, mounted twice with two modes: it is one file of the laptop, and has the more open one.
  twoContainers: ['services/site/mounts/~1www~1index.html/executable'],
};
