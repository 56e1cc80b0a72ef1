/**
 * Figures that answer one question, held side by side: never merged, never averaged, none chosen.
 *
 * - `inquiriesOf(dataset)`: the questions of a dataset, those that its author asks and those that are found.
 * - `inquiriesAbout(dataset, event)`: those that figures of one event answer.
 */
export {type Inquiry, type InquiryGroup, inquiriesAbout, inquiriesOf} from './inquiries.js';
