interface Size {
  readonly width: number;
  readonly height: number;
}

export const MAP: Size;
export function cellsOfFirstView(json: unknown, size: Size): Promise<string[]>;
