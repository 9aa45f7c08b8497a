// Procedures about cases: open, change, bind, submit.

import { z } from 'zod';
import { CASE_STATUSES } from '../../domain/problems/case-status.ts';
import { CATEGORIES } from '../../domain/problems/categories.ts';
import { CHANNELS } from '../../domain/problems/channels.ts';
import { dropUndefined } from '../drop-undefined.ts';
import { procedure, router } from '../trpc.ts';

const reference = z.union([z.string().min(1).max(40), z.number().int().positive()]);
const revision = z.number().int().positive().optional();
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const ids = z.array(z.number().int().positive()).max(1_000);
const status = z.enum(CASE_STATUSES);
const subject = z.object({
  type: z.enum(['order_id', 'asin', 'fba_shipment_id', 'tracking_number', 'fnsku']),
  value: z.string().min(1).max(60),
});
const values = z.array(z.string().min(1).max(60)).max(2_000).optional();
const money = z.object({
  amount: z.string().regex(/^-?\d{1,12}(\.\d{1,4})?$/),
  currency: z.string().regex(/^[A-Z]{3}$/),
});

const slugs = z.array(z.string().min(1).max(60)).max(100).optional();

const bilingual = (length: number) =>
  z.object({ zh: z.string().min(1).max(length), en: z.string().min(1).max(length) });
const days = z.tuple([z.number().int(), z.number().int()]).readonly();

const span = z.object({
  amount: z.number().int().min(0).max(3_660),
  unit: z.enum(['hour', 'day', 'business_day', 'month', 'year', 'calendar_year_end']),
});

const openInput = z.object({
  problem: z.string().max(60),
  accountId: z.number().int().positive().optional(),
  caseId: z.string().max(20).optional(),
  complaintId: z.string().max(20).optional(),
  marketplace: z.string().max(4).optional(),
  channel: z.string().max(40).optional(),
  title: z.string().max(300).optional(),
  orders: values,
  asins: values,
  fnskus: values,
  shipments: values,
  trackingNumbers: values,
  notifiedOn: day.optional(),
  money: money.optional(),
  reason: z.string().max(2_000).optional(),
});

export const casesRouter = router({
  list: procedure
    .input(z.object({ open: z.boolean().optional() }).default({}))
    .query(({ ctx, input }) => ctx.engine.cases.list(input)),
  get: procedure
    .input(z.object({ case: reference }))
    .query(({ ctx, input }) => ctx.engine.cases.get(input.case)),
  /** Account standing, existing cases, the right door, the pace of contacts: before anything is opened (S2-30). */
  preCheck: procedure
    .input(openInput.extend({ category: z.string().max(40).optional() }))
    .query(({ ctx, input }) => ctx.engine.cases.preCheck(input)),
  open: procedure.input(openInput).mutation(({ ctx, input }) => ctx.engine.cases.open(input)),
  change: procedure
    .input(
      z.object({
        case: reference,
        revision,
        title: z.string().max(300).optional(),
        caseId: z.string().max(20).nullable().optional(),
        complaintId: z.string().max(20).nullable().optional(),
        channel: z.string().max(40).optional(),
        marketplace: z.string().max(4).optional(),
        notifiedOn: day.nullable().optional(),
        money: money.nullable().optional(),
        statement: z
          .object({
            subject: z.string().max(500),
            text: z.string().max(60_000),
            textZh: z.string().max(60_000),
          })
          .optional(),
        subjects: z.array(subject).max(2_000).optional(),
      }),
    )
    .mutation(({ ctx, input: { case: which, revision: seen, ...facts } }) =>
      ctx.engine.cases.change(which, facts, seen),
    ),
  setStatus: procedure
    .input(z.object({ case: reference, status, note: z.string().max(4_000).optional(), revision }))
    .mutation(({ ctx, input }) =>
      ctx.engine.cases.setStatus(input.case, input.status, {
        ...(input.note === undefined ? {} : { note: input.note }),
        ...(input.revision === undefined ? {} : { revision: input.revision }),
      }),
    ),
  addEvent: procedure
    .input(
      z.object({
        case: reference,
        kind: z.string().max(40).default('note'),
        title: z.string().min(1).max(500),
        detail: z.string().max(100_000).default(''),
        atMs: z.number().optional(),
        official: z.boolean().default(false),
        documentId: z.number().int().positive().nullable().default(null),
        data: z
          .record(z.string().max(40), z.union([z.string().max(2_000), z.number(), z.boolean()]))
          .default({}),
      }),
    )
    .mutation(({ ctx, input: { case: which, ...event } }) => ctx.engine.cases.addEvent(which, event)),
  removeNote: procedure
    .input(z.object({ case: reference, eventId: z.number().int().positive() }))
    .mutation(({ ctx, input }) => ctx.engine.cases.removeNote(input.case, input.eventId)),
  /** Brings a removed note back. */
  restoreNote: procedure
    .input(z.object({ case: reference, eventId: z.number().int().positive() }))
    .mutation(({ ctx, input }) => ctx.engine.cases.restoreNote(input.case, input.eventId)),
  attach: procedure
    .input(
      z.object({
        case: reference,
        documents: z
          .array(
            z.object({
              documentId: z.number().int().positive(),
              caption: z.string().max(500).optional(),
              roleKind: z.string().max(60).nullable().optional(),
            }),
          )
          .min(1)
          .max(1_000),
      }),
    )
    .mutation(({ ctx, input }) => ctx.engine.cases.attach(input.case, input.documents)),
  /** `exhibits` are exhibit ids. */
  detach: procedure
    .input(z.object({ case: reference, exhibits: ids.min(1) }))
    .mutation(({ ctx, input }) => ctx.engine.cases.detach(input.case, input.exhibits)),
  orderExhibits: procedure
    .input(z.object({ case: reference, exhibits: ids }))
    .mutation(({ ctx, input }) => ctx.engine.cases.orderExhibits(input.case, input.exhibits)),
  changeExhibit: procedure
    .input(
      z.object({
        case: reference,
        exhibit: z.number().int().positive(),
        caption: z.string().max(500).optional(),
        roleKind: z.string().max(60).nullable().optional(),
      }),
    )
    .mutation(({ ctx, input: { case: which, exhibit, ...change } }) =>
      ctx.engine.cases.changeExhibit(which, exhibit, change),
    ),
  /** Attaches the best suggestion of every checklist row that has none; sensitive kinds are left to the person. */
  attachSuggested: procedure
    .input(z.object({ case: reference }))
    .mutation(({ ctx, input }) => ctx.engine.cases.attachSuggested(input.case)),
  /** A fresh bilingual draft from the case's facts; not stored until saved with `change`. */
  composeStatement: procedure
    .input(z.object({ case: reference, template: z.string().max(40).optional() }))
    .query(({ ctx, input }) => ctx.engine.cases.composeStatement(input.case, input.template)),
  /** Findings of the text rules (T-13, T-14, T-23 …) on the given or the stored statement. */
  lintStatement: procedure
    .input(
      z.object({
        case: reference,
        subject: z.string().max(500).optional(),
        text: z.string().max(60_000).optional(),
      }),
    )
    .query(({ ctx, input }) => ctx.engine.cases.lintStatement(input.case, input)),
  /** Freezes what was sent. */
  submit: procedure
    .input(
      z.object({
        case: reference,
        preparedBy: z.string().max(100).default(''),
        submittedBy: z.string().max(100).default(''),
        submittedAtMs: z.number().optional(),
        caseId: z.string().max(20).optional(),
        packId: z.number().int().positive().optional(),
        /** Everything in text and attachments is true: a person said so (S1-23). Refused with TRUTH_NOT_CONFIRMED otherwise. */
        truthConfirmed: z.boolean().optional(),
      }),
    )
    .mutation(({ ctx, input: { case: which, ...rest } }) => ctx.engine.cases.submit(which, rest)),
  deadlines: procedure.query(({ ctx }) => ctx.engine.cases.deadlines()),
  /** The same as an iCalendar file (text/calendar). */
  calendar: procedure.query(({ ctx }) => ({
    fileName: 'casebinder-deadlines.ics',
    text: ctx.engine.cases.calendar(ctx.language),
  })),
  /** Own numbers of ended cases: first-contact resolution, round trips, first answer, win rates (T-26). */
  statistics: procedure
    .input(
      z
        .object({ accountId: z.number().int().positive().optional(), problem: z.string().max(60).optional() })
        .default({}),
    )
    .query(({ ctx, input }) =>
      ctx.engine.cases.statistics({
        ...(input.accountId === undefined ? {} : { accountId: input.accountId }),
        ...(input.problem === undefined ? {} : { problem: input.problem }),
      }),
    ),
  /** Corrects one deadline of a case with a reason; `closesAtMs` null takes the correction back. */
  overrideDeadline: procedure
    .input(
      z.object({
        case: reference,
        ruleId: z.string().min(1).max(100),
        opensAtMs: z.number().optional(),
        closesAtMs: z.number().nullable(),
        reason: z.string().max(2_000).default(''),
      }),
    )
    .mutation(({ ctx, input: { case: which, opensAtMs, ...rest } }) =>
      ctx.engine.cases.overrideDeadline(which, {
        ...rest,
        ...(opensAtMs === undefined ? {} : { opensAtMs }),
      }),
    ),
  /** Rows of the deadline table that people corrected, for all cases. */
  ruleOverrides: procedure
    .input(z.object({ all: z.boolean().default(false) }).default({ all: false }))
    .query(({ ctx, input }) => ctx.engine.cases.rules.list(input.all)),
  overrideRule: procedure
    .input(
      z.object({
        ruleId: z.string().min(1).max(100),
        latest: span.optional(),
        earliest: span.optional(),
        source: z.string().min(1).max(500),
        verifiedOn: day,
        reason: z.string().min(1).max(2_000),
      }),
    )
    .mutation(({ ctx, input: { ruleId, latest, earliest, source, verifiedOn, reason } }) =>
      ctx.engine.cases.rules.override({
        ruleId,
        changes: {
          ...(latest === undefined ? {} : { latest }),
          ...(earliest === undefined ? {} : { earliest }),
        },
        source,
        verifiedOn,
        reason,
      }),
    ),
  undoRuleOverride: procedure
    .input(z.object({ id: z.number().int().positive() }))
    .mutation(({ ctx, input }) => ctx.engine.cases.rules.undo(input.id)),
  /** Every problem type with what people corrected in it: what forms and guards start from. */
  problemTypes: procedure.query(({ ctx }) => ctx.engine.cases.problemTypes()),
  /** The corrections of problem types themselves; taken back by undoRuleOverride. */
  problemOverrides: procedure
    .input(z.object({ all: z.boolean().default(false) }).default({ all: false }))
    .query(({ ctx, input }) => ctx.engine.cases.rules.problems(input.all)),
  overrideProblem: procedure
    .input(
      z.object({
        problem: z.string().min(1).max(60),
        channel: z.enum(CHANNELS.map((channel) => channel.slug)).optional(),
        category: z.enum(CATEGORIES.map((category) => category.slug)).optional(),
        path: bilingual(500).optional(),
        usualAnswer: z
          .object({
            hours: z.number().int().optional(),
            businessDays: days.optional(),
            ahsWindowDays: days.optional(),
            decisionDays: z.number().int().optional(),
          })
          .optional(),
        pitfalls: z.array(bilingual(1_000)).max(30).optional(),
        requiredKinds: slugs,
        recommendedKinds: slugs,
        rulesOff: slugs,
        source: z.string().min(1).max(500),
        verifiedOn: day,
        reason: z.string().min(1).max(2_000),
      }),
    )
    .mutation(({ ctx, input: { problem, source, verifiedOn, reason, ...changes } }) =>
      ctx.engine.cases.rules.overrideProblem({
        problem,
        changes: dropUndefined({
          ...changes,
          usualAnswer: changes.usualAnswer === undefined ? undefined : dropUndefined(changes.usualAnswer),
        }),
        source,
        verifiedOn,
        reason,
      }),
    ),
});
