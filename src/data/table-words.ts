import type { CollectionName } from "../ledger/schema.ts";

/** What a table is called and what stands in it. */
export interface TableWords {
  title: string;
  group: string;
  description: string;
  /** What its columns hold, by path; columns that many tables share stand in SHARED_COLUMNS. */
  columns: Record<string, string>;
}

/** Columns that mean the same in every table. */
export const SHARED_COLUMNS: Readonly<Record<string, string>> = {
  id: "Key of the row: stable, unique in the table.",
  topic: "Which of the three stories it belongs to.",
  date: "When it happened.",
  end: "Last day, for what lasted.",
  status:
    "How far it is established. confirmed: on the record, or stated as fact by two independent newsrooms. reported: by unnamed sources. alleged: an accusation not tried. disputed: parties or outlets contradict each other.",
  attributed_to: "Who says so.",
  sources: "Receipts: ids in the table sources.",
  note: "A caveat that the reader needs.",
  place: "Where.",
  country: "Country, ISO 3166-1 alpha-2; EU for the Union.",
  lat: "Latitude, degrees north.",
  lon: "Longitude, degrees east.",
  draft: "The draft: id in the table drafts.",
  about: "Ids of the drafts, themes, questions, events, people and other rows it concerns.",
  name: "Name in English.",
  names: "Name in another language",
  also: "Other spellings.",
};

const CASE = "The corruption case";
const DRAFTS = "The drafts";
const FRANCE = "France and aid";

/** Words for every collection of the ledger, in the order of the list of tables. */
export const TABLE_WORDS: Readonly<Record<CollectionName, TableWords>> = {
  sources: {
    title: "Sources",
    group: "Sources and events",
    description: "Every document that a fact stands on.",
    columns: {
      publisher: "Who published the page.",
      title: "Title as published, in the language of the page, if it was seen.",
      about: "What the page is, in the site’s words, where the title was not seen.",
      url: "Address of the page.",
      published: "Date of publication, if it is known.",
      lang: "Language of the page, BCP 47.",
      kind: "What kind of document it is.",
      standing:
        "official: the body itself. original: the newsroom’s own reporting. relay: a copy, translation or digest of another’s work. state-controlled: used only for what that state said.",
      relays: "Whose reporting a relay carries. Pages of one origin count as one receipt.",
    },
  },
  events: {
    title: "Events",
    group: "Sources and events",
    description: "What happened or was said, each as one checkable statement.",
    columns: {
      title: "Headline, neutral.",
      statement: "One to three sentences in the site’s words.",
      actors: "People and organisations involved: ids in the tables people and organisations.",
      figures: "Numbers in the statement.",
      "figures.name": "What is counted.",
      "figures.value": "The number, in the unit given.",
      "figures.unit": "Unit.",
      quote: "Words said in public.",
      "quote.by": "Who said them: id of a person or organisation.",
      "quote.text": "The words, 30 at most.",
      "quote.lang": "Language of the words.",
      "quote.english": "The words in English, in the site’s translation.",
      "quote.source": "Source in which they stand.",
    },
  },
  drafts: {
    title: "Drafts",
    group: DRAFTS,
    description: "Each version of the plan, and each paper that answers it.",
    columns: {
      name: "Name of the draft.",
      short: "Label of one or two words.",
      authors: "Who wrote it, as far as is known.",
      points: "Number of points, if the text has any or was described by it.",
      text_public: "How much of the text the public has seen.",
      absence:
        "What a missing answer means. silent: the text was read whole and does not say. out-of-scope: the paper deals with other matters. unreported: not in what was published or reported.",
      summary: "The draft in two or three sentences.",
    },
  },
  themes: {
    title: "Themes",
    group: DRAFTS,
    description: "Subjects of the plan, each with the questions that a reader asks of it.",
    columns: {
      name: "Name of the theme.",
      order: "Place in the reading order.",
      group: "Group of themes.",
      summary: "What is at stake.",
      questions: "Questions of the theme, leading one first: ids in the table questions.",
    },
  },
  provisions: {
    title: "Provisions",
    group: DRAFTS,
    description: "A draft’s answer to a question, one row a pair. The key is <draft>--<question>.",
    columns: {
      question: "The question: id in the table questions.",
      answer: "Short and comparable, in the site’s words: the same to the letter where two drafts say the same.",
      summary: "The answer in full, in the site’s words.",
      quote: "The draft’s own words, where they are public.",
      "quote.text": "The words, 30 at most.",
      "quote.source": "Source in which they stand.",
      points: "Points of the draft it is drawn from.",
      value: "The number in the answer, in the unit given.",
      unit: "Unit of the value.",
      status:
        "What became of the US draft’s demand. stated: in full force. softened: in a weaker form. removed: dropped or refused. added: not in the US draft. open: left for later.",
      certainty: "published: in a public text. reported: by outlets. claimed: by a party to the talks.",
      attributed_to: "Who claims it, where the summary does not say.",
    },
  },
  points: {
    title: "Points",
    group: DRAFTS,
    description: "The numbered points of the drafts whose points are on record. The key is <draft>--<number>.",
    columns: { number: "Number of the point.", title: "What it deals with.", summary: "The point in the site’s words." },
  },
  "point-counts": {
    title: "Counts of points",
    group: DRAFTS,
    description: "How many points somebody said the text had.",
    columns: {
      date: "When it was said.",
      points: "The number.",
      said_by: "Who said it.",
      draft: "The draft that was meant, if it is clear.",
    },
  },
  meetings: {
    title: "Meetings",
    group: DRAFTS,
    description: "Rounds of talks and calls.",
    columns: {
      city: "City.",
      format: "Who sat at the table.",
      participants: "Who took part: ids of people and organisations.",
      outcome: "What came of it.",
    },
  },
  positions: {
    title: "Positions",
    group: DRAFTS,
    description: "What a government said of a theme on a day.",
    columns: {
      actor: "Who: id in the table organisations.",
      theme: "On what: id in the table themes.",
      stance: "What it said, in the site’s words.",
    },
  },
  people: {
    title: "People",
    group: "People and organisations",
    description:
      "Public figures of the story. In a criminal case each is presumed innocent until convicted: the row says what is alleged, by whom, how far the case has come and what the person answers.",
    columns: {
      role: "What the person does, as of the date that the site covers.",
      roles: "Offices, latest first.",
      "roles.title": "Office.",
      "roles.from": "Since when, if known.",
      "roles.to": "Until when; empty if it lasts or is not known.",
      case: "For people in a criminal case.",
      "case.allegation": "What is alleged.",
      "case.by": "The body that alleges it.",
      "case.stage": "Procedural stage, with its date.",
      "case.answer": "The person’s answer: a denial, or that none was found.",
      "case.sources": "Receipts: ids in the table sources.",
    },
  },
  organisations: {
    title: "Organisations",
    group: "People and organisations",
    description: "States, bodies, companies and groups of the story.",
    columns: { kind: "What kind of body it is.", role: "What it is or does.", founded: "When it was founded or formed." },
  },
  visits: {
    title: "Zelensky’s visits to France",
    group: FRANCE,
    description: "Journeys since February 2022.",
    columns: { number: "Ordinal by the site’s list.", occasion: "On what occasion.", agreed: "What was agreed or announced." },
  },
  deliveries: {
    title: "French deliveries",
    group: FRANCE,
    description: "Equipment that France announced for Ukraine. Promised, produced and delivered must not be added up.",
    columns: {
      item: "What.",
      category: "Kind of equipment.",
      quantity: "Pieces, where a number is known.",
      quantity_note: "What the number counts, or why there is none.",
      announced: "When it was announced.",
      delivered_from: "When deliveries began.",
      status: "How far it has come: intent, pledged, ordered, partly delivered, delivered, unknown.",
    },
  },
  agreements: {
    title: "French-Ukrainian agreements",
    group: FRANCE,
    description: "Documents signed or announced between France and Ukraine.",
    columns: {
      name: "Name of the document.",
      what: "What it says.",
      value_eur_bn: "EUR billion; a ceiling or a plan where the note says so.",
      binding: "What it binds to.",
    },
  },
  aid: {
    title: "Aid by donor",
    group: FRANCE,
    description: "Bilateral aid up to a cut-off date, as the Ukraine Support Tracker of the Kiel Institute counts it.",
    columns: {
      donor: "Donor.",
      military_eur_bn: "Military aid, EUR billion.",
      financial_eur_bn: "Financial aid, EUR billion.",
      humanitarian_eur_bn: "Humanitarian aid, EUR billion.",
      total_eur_bn: "All aid, EUR billion.",
      gdp_share_pct: "Per cent of the GDP of 2021.",
      eu_share_pct: "The donor’s share in EU aid, per cent of GDP.",
      basis: "allocations: set aside for a purpose. commitments: promised.",
      as_of: "Cut-off date.",
      release: "Release of the tracker.",
    },
  },
  coalition: {
    title: "Coalition of the Willing",
    group: FRANCE,
    description: "What countries offered the Coalition.",
    columns: {
      name: "Country in English.",
      joined: "When it joined or pledged.",
      offer: "troops: ready to send soldiers. support: helps from outside. no-troops: takes part but rules out soldiers. undecided.",
      pledge: "What it offered.",
    },
  },
  exits: {
    title: "Officials who left office",
    group: CASE,
    description: "Leaving office is not a finding of guilt.",
    columns: { person: "Who: id in the table people.", office: "From which office.", how: "How." },
  },
  "case-steps": {
    title: "Steps in the cases",
    group: CASE,
    description: "Procedural steps. A suspicion or an indictment is not a conviction.",
    columns: { step: "What happened, with attribution.", body: "The body that acted.", persons: "People named: ids in the table people." },
  },
  flows: {
    title: "Alleged flows of money",
    group: CASE,
    description:
      "Movements of money as investigators allege them; nothing here has been tried. Amounts measure different things and must not be added up.",
    columns: {
      from: "From where, as alleged.",
      to: "To where, as alleged.",
      label: "What is alleged.",
      amount_musd: "USD million, where one was given.",
      alleged_by: "Who alleges it.",
    },
  },
  disagreements: {
    title: "Where sources disagree",
    group: "What is open",
    description: "Matters on which sources contradict each other.",
    columns: { subject: "What they disagree on.", versions: "The versions, each with who gives it." },
  },
  unknowns: {
    title: "What is not known",
    group: "What is open",
    description: "What was looked for and not found.",
    columns: { what: "What is not known.", result: "What was found instead, or how far the search came." },
  },
  series: {
    title: "List of series",
    group: "Numbers over time",
    description: "Unit, cut-off date, terms and sources of each table of this group.",
    columns: {
      title: "Title.",
      unit: "Unit.",
      columns: "Columns, as the publisher or the site names them.",
      as_of: "Up to when.",
      licence: "Terms of the data’s own publisher.",
    },
  },
};
