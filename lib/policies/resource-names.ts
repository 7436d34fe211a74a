import { labelName } from '../checks/label';

/** What a node has of its own: of the CPU and the memory that one asks for, another may use what is left. */
export const nodeResources = ['cpu', 'memory', 'ephemeral-storage'];

/** Memory in large pages, and what somebody adds to nodes under his domain, such as `nvidia.com/gpu`. */
export function isResource(name: string): boolean {
  if (nodeResources.includes(name) || isHugePages(name)) return true;
  return name.includes('/') && labelName(name).length === 0 && (isNative(name) || !name.startsWith('requests.'));
}

/** Pieces that nobody else has at the same time: they are asked for as they are limited. */
export function isWhole(name: string): boolean {
  return isHugePages(name) || isPiece(name);
}

export function isHugePages(name: string): boolean {
  return /^hugepages-./.test(name);
}

/** Counted, one by one. */
export function isPiece(name: string): boolean {
  return name.includes('/') && !isNative(name);
}

/** Whatever Kubernetes itself has: https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/. */
function isNative(name: string): boolean {
  return /(?:^|\.)kubernetes\.io\//.test(name);
}
