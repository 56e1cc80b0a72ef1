/** Rejects when it cannot be had, or is no JSON. */
export async function fetchJson(url: string): Promise<unknown> {
  const response = await fetch(url, {credentials: 'same-origin'});
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return response.json();
}
