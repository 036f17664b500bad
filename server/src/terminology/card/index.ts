export { type CardContent, type CardDetail, renderCard } from './card';
export { renderPage } from './page';
export type { CardLinks } from './parts';
export { plainText } from './plainText';
export { writeFields } from './writtenFields';
