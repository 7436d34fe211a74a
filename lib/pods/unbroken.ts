import type { k8s } from 'cdk8s-plus-28';

/**
 * A text in which a kubelet puts the values of variables for `$(NAME)`, and one `$` for `$$`. It breaks a letter beyond
 * ASCII that follows a single `$`: behind `$$` it stays whole.
 */
export function unbroken(text: string): string {
  // What is no text is told by whoever reads the manifest.
  return typeof text === 'string' ? text.replace(/(?<!\$)((?:\$\$)*)\$(?=\P{ASCII})/gu, '$1$$$$') : text;
}

/** The pod with all such texts unbroken. Commands of hooks are none: there a kubelet leaves every `$` as it is. */
export function unbrokenPod(spec: k8s.PodSpec): k8s.PodSpec {
  const { containers, initContainers } = spec;
  return {
    ...spec,
    ...(containers && { containers: containers.map(unbrokenContainer) }),
    ...(initContainers && { initContainers: initContainers.map(unbrokenContainer) }),
  };
}

function unbrokenContainer(container: k8s.Container): k8s.Container {
  const { command, args, env, startupProbe, livenessProbe, readinessProbe } = container;
  return {
    ...container,
    command: command?.map(unbroken),
    args: args?.map(unbroken),
    env: env?.map((variable) => (variable?.value ? { ...variable, value: unbroken(variable.value) } : variable)),
    startupProbe: unbrokenProbe(startupProbe),
    livenessProbe: unbrokenProbe(livenessProbe),
    readinessProbe: unbrokenProbe(readinessProbe),
  };
}

function unbrokenProbe(probe: k8s.Probe | undefined): k8s.Probe | undefined {
  return probe?.exec?.command ? { ...probe, exec: { command: probe.exec.command.map(unbroken) } } : probe;
}
