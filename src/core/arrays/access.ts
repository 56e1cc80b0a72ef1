/*
 * The element of a typed array at an index that is within its bounds: the one place that says so to the compiler,
 * which takes any element for `number | undefined`. Where an index may lie outside, index the array and say what
 * stands there.
 *
 * One function for each kind of array: engines specialize a function by the arrays that it was called with, and one
 * for all kinds, on a hot path, is twice as slow with three of them and ten times with five (V8, Node 20).
 */

export const f64 = (array: Float64Array, index: number): number => array[index] as number;
export const i32 = (array: Int32Array, index: number): number => array[index] as number;
export const u32 = (array: Uint32Array, index: number): number => array[index] as number;
export const u16 = (array: Uint16Array, index: number): number => array[index] as number;
export const u8 = (array: Uint8Array, index: number): number => array[index] as number;
