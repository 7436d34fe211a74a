import { serviceYaml } from '../../lib/compose/service-yaml';
import { anyContainer, deployment } from '../workloads/manifests';
import { anyService, composeOf, eachOf, serviceFor, toldFor } from './tandem';

const watch = { mount: 'services/api/', at: '/app', command: ['uvicorn', '--reload', 'main:$app'] };

describe('sources that are watched', () => {
  test('are built anew, from the folder that the image is built from', () => {
    const develop = { watch: [{ action: 'rebuild', path: './services/api' }] };
    expect(serviceFor({}, {}, { build: 'services/api/', watch: 'rebuild' }).develop).toEqual(develop);
    expect(serviceFor({}, {}, { build: { context: 'services/api' }, watch: 'rebuild' }).develop).toEqual(develop);
  });

  test('are those of the container that was told so, not of each with its image', () => {
    const pod = deployment('api', { initContainers: [{ ...anyContainer, name: 'migrate' }] });
    const file = composeOf([pod], { api: { build: '.', watch: 'rebuild' } });
    expect(eachOf(file, 'develop')).toEqual({
      'api-migrate': undefined,
      api: { watch: [{ action: 'rebuild', path: '.' }] },
    });
  });
});

describe('sources that are mounted', () => {
  test('are a folder that the container only reads and that must be there, before the command of the laptop', () => {
    expect(serviceFor({ command: ['serve'], args: ['--port=8000'] }, {}, { watch })).toEqual({
      ...anyService,
      entrypoint: ['uvicorn', '--reload', 'main:$app'],
      volumes: [
        {
          type: 'bind',
          source: './services/api',
          target: '/app',
          read_only: true,
          bind: { create_host_path: false },
        },
      ],
    });
  });

  test('leave the command alone where none is given', () => {
    const { command: _, ...mount } = watch;
    expect(serviceFor({ command: ['serve'], args: ['--x'] }, {}, { watch: mount })).toMatchObject({
      entrypoint: ['serve'],
      command: ['--x'],
    });
  });

  test('and what they replace is said', () => {
    expect(toldFor({ command: ['serve'], args: ['--x'] }, {}, { watch })).toEqual([
      'containers/0/image: local: services/api/ in place of its /app',
      'containers/0/command: local: replaced by the command of watch',
      'containers/0/args: local: replaced by the command of watch',
    ]);
  });

  test('have paths that every system reads', () => {
    expect(serviceYaml('api', { volumes: serviceFor({}, {}, { watch }).volumes }, () => undefined)).toBe(
      '\n    volumes: [{type: bind, source: ./services/api, target: /app, read_only: true, bind: {create_host_path: false}}]\n',
    );
  });
});
