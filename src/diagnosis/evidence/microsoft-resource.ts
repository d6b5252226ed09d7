/** Whether an id is one of Microsoft's own services (Graph, Exchange Online, …): never the paster's app. */
export function isMicrosoftResource(id: string): boolean {
  return MICROSOFT_RESOURCE.test(id);
}

const MICROSOFT_RESOURCE = /^0000000[0-9a-f]-0000-0/i;
