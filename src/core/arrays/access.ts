/*
 * Element access for indexes known to be in bounds: the only place that asserts so to the compiler, which types an
 * element as `number | undefined`. Where an index may be out of bounds, index the array and give a fallback.
 *
 * There is one function per array type: a call site that sees several types becomes megamorphic, twice as slow with
 * three types and ten times with five (V8, Node 20).
 */

export const f64 = (array: Float64Array, index: number): number => array[index] as number;
export const i32 = (array: Int32Array, index: number): number => array[index] as number;
export const u32 = (array: Uint32Array, index: number): number => array[index] as number;
export const u16 = (array: Uint16Array, index: number): number => array[index] as number;
export const u8 = (array: Uint8Array, index: number): number => array[index] as number;
