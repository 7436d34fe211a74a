import { DataApi } from 'cdk8s-tandem';
import { anyContainer, deployment } from '../workloads/manifests';
import { remarksOf, remarksOn } from './remarks-on';

test('variables that differ by case alone are told', () => {
  const env = { LOG_LEVEL: 'info', log_level: 'debug', Log_Level: 'warn', MODE: 'live' };
  expect(remarksOf((chart) => void new DataApi(chart, 'api', { image: 'ghcr.io/acme/api:1.2.3', env }))).toEqual([
    'Variables: orders/api/deployment has LOG_LEVEL and log_level, which differ by case alone',
    'Variables: orders/api/deployment has LOG_LEVEL and Log_Level, which differ by case alone',
  ]);
});

describe('in a stranger', () => {
  const withEnv = (name: string, value: string) =>
    remarksOn(deployment('web', { containers: [{ ...anyContainer, env: [{ name, value }] }] }));

  test.each(['DB_PASSWORD', 'SMTP_PASS', 'API_TOKEN'])('%s in plain text is told, without its value', (name) => {
    expect(withEnv(name, 'changeme')).toEqual([
      `Secrets: chart/deployment-orders-web has ${name} in plain text, and who reads the manifests knows it`,
    ]);
  });

  test.each([
    ['DB_PASSWORD', '/run/secrets/db'],
    ['DB_PASSWORD', ''],
    ['DB_PASSWORD', '$(OTHER)'],
    ['TOKEN_URL', 'https://acme.com/token'],
    ['BYPASS', 'yes'],
  ])('%s=%j is not', (name, value) => {
    expect(withEnv(name, value)).toEqual([]);
  });
});
