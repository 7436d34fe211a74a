import type { Field } from '../manifests/field';

export function readSharing(spec: Field): Sharing {
  const shares = (key: string) => spec.at(key).tryBoolean() ?? false;
  return {
    networkWithHost: shares('hostNetwork'),
    processesWithHost: shares('hostPID'),
    ipcWithHost: shares('hostIPC'),
    processes: shares('shareProcessNamespace'),
  };
}

/** What a pod shares with its node, and its containers with each other. */
export interface Sharing {
  readonly networkWithHost: boolean;
  readonly processesWithHost: boolean;
  readonly ipcWithHost: boolean;
  readonly processes: boolean;
}
