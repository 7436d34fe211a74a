export { cpu } from './cpu';
export { size } from './size';
