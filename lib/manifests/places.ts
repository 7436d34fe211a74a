import type { Place } from './place';

/** Some of the places below one root: a bit for each, as there are hundreds of them in thousands of manifests. */
export class Places {
  private readonly bits: number[] = [];

  add({ number }: Place): void {
    this.bits[number >> 5] = (this.bits[number >> 5] ?? 0) | (1 << (number & 31));
  }

  has({ number }: Place): boolean {
    return ((this.bits[number >> 5] ?? 0) & (1 << (number & 31))) !== 0;
  }
}
