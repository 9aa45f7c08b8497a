// Procedures about the accounts of the seller.
import { z } from 'zod';
import { procedure, router } from '../trpc.ts';

const revision = z.number().int().positive().optional();

export const accountsRouter = router({
  list: procedure.query(({ ctx }) => ctx.engine.accounts.list()),
  save: procedure
    .input(
      z.object({
        id: z.number().int().positive().optional(),
        name: z.string().min(1).max(200),
        legalNameZh: z.string().max(300).optional(),
        legalNameEn: z.string().max(300).optional(),
        addressZh: z.string().max(500).optional(),
        addressEn: z.string().max(500).optional(),
        email: z.string().max(200).optional(),
        phone: z.string().max(60).optional(),
        uscc: z.string().max(18).optional(),
        sellerId: z.string().max(20).optional(),
        entityType: z.enum(['company', 'individual_business', 'individual']).optional(),
        sellingPlan: z.enum(['professional', 'individual']).optional(),
        verified: z.boolean().optional(),
        stores: z.array(z.string().max(200)).max(50).optional(),
        marketplaces: z.array(z.string().max(4)).max(30).optional(),
        revision,
      }),
    )
    .mutation(({ ctx, input }) => ctx.engine.accounts.save(input)),
});
