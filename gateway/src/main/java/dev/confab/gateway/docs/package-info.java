/** One OpenAPI document and one page for all services: {@link dev.confab.gateway.docs.ApiDocs}. */
package dev.confab.gateway.docs;
