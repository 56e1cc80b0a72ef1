import type {Severity} from '../core/dataset/index.js';

/** JSON pointer of a row, by its table and id. */
export type PathOf = (table: string, id: string) => string;

/** Notes what a check has found, at a JSON pointer. */
export type Report = (code: string, severity: Severity, path: string, message: string, fix: string) => void;
