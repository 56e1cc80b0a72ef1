export function packArcs(arcs: readonly (readonly (readonly number[])[])[]): string;
export function packTowns(
  towns: readonly {
    readonly name: string;
    readonly lon: number;
    readonly lat: number;
    readonly zoom: number;
  }[],
): {readonly names: string; readonly at: string; readonly zooms: string};
