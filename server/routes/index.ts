/** The routes of the API, one line each. */
import type { FastifyInstance } from 'fastify'
import { accessRoute } from './access.ts'
import type { AttemptLimits } from './attempts.ts'
import { contactRoute } from './contact.ts'
import { deviceRoutes } from './devices.ts'
import { draftRoutes } from './drafts.ts'
import { enrolRoute } from './enrol.ts'
import { hamletRoute } from './hamlet.ts'
import { heldRoutes } from './held.ts'
import { healthRoute } from './health.ts'
import { journalRoute } from './journals.ts'
import { mediaRoutes } from './media.ts'
import type { Office } from './office.ts'
import { publicRoutes, type PublicLimits } from './public/index.ts'
import { pushRoutes } from './push.ts'
import { registerRoute } from './register.ts'
import { rescueRoute } from './rescue.ts'
import { sessionRoutes } from './session.ts'
import { sharedRoute } from './shared.ts'

/** Adds every route outside the two doors. */
export async function addRoutes(
  app: FastifyInstance,
  office: Office,
  limits: { enrol: AttemptLimits; public: PublicLimits },
): Promise<void> {
  accessRoute(app, office)
  enrolRoute(app, office, limits.enrol)
  sessionRoutes(app, office)
  contactRoute(app, office)
  deviceRoutes(app, office)
  heldRoutes(app, office)
  registerRoute(app, office)
  journalRoute(app, office)
  hamletRoute(app, office)
  pushRoutes(app, office)
  draftRoutes(app, office)
  await mediaRoutes(app, office)
  await rescueRoute(app, office)
  await sharedRoute(app)
  await publicRoutes(app, office, limits.public)
  healthRoute(app, office)
}
