import type { Field } from '../manifests/field';
import type { Profile, Security } from './workload';

/** The container's own security context over its pod's, field by field. */
export function readSecurity(field: Field, pod: Field): Security {
  const own = (key: string) => (field.at(key).exists ? field : pod).at(key);
  return {
    field,
    user: own('runAsUser').tryNumber(),
    group: own('runAsGroup').tryNumber(),
    readOnlyRoot: field.at('readOnlyRootFilesystem').tryBoolean() ?? false,
    privileged: field.at('privileged').tryBoolean() ?? false,
    privilegeEscalation: field.at('allowPrivilegeEscalation').tryBoolean() ?? true,
    seccomp: readProfile(own('seccompProfile')),
    appArmor: readProfile(own('appArmorProfile')),
    wholeProc: field.at('procMount').tryText() === 'Unmasked',
    dropCapabilities: field.at('capabilities', 'drop').texts(),
    addCapabilities: field.at('capabilities', 'add').texts(),
  };
}

function readProfile(field: Field): Profile | undefined {
  const type = field.at('type').tryText();
  return type === undefined ? undefined : { field, type };
}
