import { changes, ledger } from "../content.ts";
import { absolute, LICENCE, SITE_NAME, type Topic, TOPIC_NAMES } from "../site.ts";
import { changeEntries, eventEntries } from "./entries.ts";
import type { Feed } from "./feed.ts";

const COMMON = { author: SITE_NAME, rights: LICENCE };

/** What was added, changed or corrected on the site. */
export function changesFeed(): Feed {
  return {
    ...COMMON,
    key: "feed",
    title: `${SITE_NAME}: changes and corrections`,
    subtitle: "What was added, changed or corrected on the site, latest first.",
    home: absolute("/changes/"),
    atom: absolute("/feed.xml"),
    json: absolute("/feed.json"),
    entries: changeEntries(changes, absolute),
  };
}

/** The latest events of a topic. */
export function topicFeed(topic: Topic): Feed {
  return {
    ...COMMON,
    key: `feed/${topic}`,
    title: `${SITE_NAME}: ${TOPIC_NAMES[topic]}, events`,
    subtitle: "The latest events, each with its day, its status and its sources.",
    home: absolute(`/${topic}/`),
    atom: absolute(`/feeds/${topic}.xml`),
    json: absolute(`/feeds/${topic}.json`),
    entries: eventEntries(ledger, topic, absolute),
  };
}
