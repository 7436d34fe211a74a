import { image, type Rows } from './rows';

/** Of what only a laptop needs; none of it shows in a manifest. */
export function localRows(service: string): Rows {
  const beside = { containers: [{ name: 'beside', image }] };
  const other = `${service}-beside`;
  return {
    'local.publish': { at: `${service}/ports`, byDefault: undefined, sample: 8080 },
    'local.replicas': { at: `${service}/deploy/replicas`, byDefault: undefined, sample: 2 },
    'local.platform': { at: `${service}/platform`, byDefault: undefined, sample: 'linux/arm64' },
    'local.containers': {
      at: `${other}/build`,
      byDefault: undefined,
      sample: { beside: { build: './beside' } },
      beside,
      least: { beside: {} },
    },
    ...containerRows('local', service),
    ...containerRows('local.containers.*', other, beside),
  };
}

/** Of each container. */
function containerRows(above: string, service: string, beside?: object): Rows {
  const mount = { mount: './src', at: '/srv' };
  const mounted = `${service}/volumes/target=~1srv`;
  return Object.fromEntries(
    Object.entries<Rows[string]>({
      build: { at: `${service}/build`, byDefault: undefined, sample: './tool', least: { context: './tool' } },
      'build.context': { at: `${service}/build`, sample: './other' },
      'build.dockerfile': { at: `${service}/build/dockerfile`, byDefault: undefined, sample: 'Dockerfile.dev' },
      'build.target': { at: `${service}/build/target`, byDefault: undefined, sample: 'dev' },
      'build.args': { at: `${service}/build/args`, byDefault: undefined, sample: { VERSION: '1' } },
      watch: { at: mounted, byDefault: undefined, sample: mount, least: mount },
      'watch.mount': { at: `${mounted}/source`, sample: './other' },
      'watch.at': { at: mounted, sample: '/other' },
      'watch.command': { at: `${service}/entrypoint`, byDefault: undefined, sample: ['tool', '--reload'] },
      healthCheck: { at: `${service}/healthcheck/test`, byDefault: undefined, sample: { exec: ['tool', 'check'] } },
    }).map(([name, row]) => [`${above}.${name}`, { ...row, ...(beside && { beside }) }]),
  );
}
