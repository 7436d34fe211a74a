import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** The variable that changes a published port, by the service and its own port: Compose says only what it comes to. */
export function portVariables(root: string): (service: string, target: number) => string | undefined {
  const services = Object(parse(readFileSync(join(root, 'compose.yaml'), 'utf8'))).services;
  return (service, target) => {
    const ports: unknown = Object(Object(services)[service]).ports;
    const texts = Array.isArray(ports) ? ports.map((port) => String(port).replace(/\/\w+$/, '')) : [];
    const text = texts.find((port) => port.endsWith(`:${target}`)) ?? '';
    return /\$\{(\w+):?-/.exec(text)?.[1];
  };
}
