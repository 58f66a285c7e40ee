import dns from "node:dns";

// Loaded into Ghost before it starts: it finds no host but its own machine. After an error with this code it does not ask
// again; after that of an absent network it does, and the second answer ends it.
const own = new Set(["localhost", "127.0.0.1"]);
const lookup = dns.lookup as (name: string, ...more: unknown[]) => void;
Object.assign(dns, {
  lookup(name: string, ...more: unknown[]) {
    if (own.has(name)) return lookup(name, ...more);
    const done = more.at(-1) as (error: Error) => void;
    const error = Object.assign(new Error(`${name} is not this machine`), { code: "EACCES" });
    process.nextTick(() => done(error));
  },
});
