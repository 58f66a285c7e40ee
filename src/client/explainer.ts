import "./contents-here.ts";
import "./header-back.ts";
import "./receipts.ts";
