export { type CardContent, type CardDetail, renderCard } from './card';
export { type ImportPage, renderImportPage } from './importPage';
export { renderPage } from './page';
export type { CardLinks } from './parts';
export { plainText } from './plainText';
export { writeFields } from './writtenFields';
