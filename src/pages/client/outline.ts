/** Marks the section of the outline that is being read; on a phone the outline is closed at first. */
export function bindOutline(): void {
  const whole = document.querySelector<HTMLDetailsElement>('.outline details');
  if (whole && matchMedia('(max-width: 50rem)').matches) whole.open = false;
  const links = new Map<string, HTMLAnchorElement>();
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.outline a[href^="#p"]'))
    links.set(decodeURIComponent(link.hash.slice(1)), link);
  if (links.size === 0) return;
  const seen = new Set<string>();
  const watcher = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) seen.add(target.id);
      else seen.delete(target.id);
    }
    const reading = [...links.keys()].filter((id) => seen.has(id)).at(-1);
    for (const [id, link] of links) link.ariaCurrent = id === reading ? 'true' : null;
  });
  for (const id of links.keys()) {
    const section = document.getElementById(id);
    const heading = section?.querySelector(':scope > :is(h2, h3, h4, h5, h6)');
    if (heading && section) {
      heading.id = heading.id || `${id}-heading`;
      links.set(heading.id, links.get(id)!);
      links.delete(id);
      watcher.observe(heading);
    }
  }
}
