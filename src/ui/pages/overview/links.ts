/** From a figure of *Ringkasan* to its complaints in the register. */
import type { FigureName } from '../../../domain/statistics/figures.ts'
import { EMPTY_QUERY, writeFigure, writeQuery, type BookQuery } from '../../office/book-query.ts'

/** The register, narrowed. `forHead`: some complaints in it are not the Kepala Desa's to know of. */
export const bookLink = (query: Partial<BookQuery>, forHead: boolean): string =>
  `/buku?${writeQuery({ ...EMPTY_QUERY, ...query, forHead })}`

/** The complaints that a figure counts. */
export const figureLink = (name: FigureName, span: string, forHead: boolean): string =>
  bookLink({ figure: writeFigure({ name, span }) }, forHead)
