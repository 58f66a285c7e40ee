/// <reference types="astro/client" />

declare namespace App {
  interface Locals extends import("./explainers/signs.ts").ReceiptLocals {}
}
