/**
 * Figures that answer the same question, side by side: never merged, averaged or ranked.
 *
 * - `inquiriesOf(dataset)`: the questions of a dataset, stated by its author or found.
 * - `inquiriesAbout(dataset, event)`: those that the figures of one event answer.
 */
export {type Inquiry, type InquiryGroup, inquiriesAbout, inquiriesOf} from './inquiries.js';
