// Loaded before a build (node --import): another day, so that a date taken from the clock shows.
const shift = 400 * 24 * 3600 * 1000;
const now = Date.now;
class OtherDate extends Date {
  constructor(...args: [] | ConstructorParameters<typeof Date>) {
    super(...((args.length > 0 ? args : [now() + shift]) as [number]));
  }
}
OtherDate.now = () => now() + shift;
globalThis.Date = OtherDate as DateConstructor;
