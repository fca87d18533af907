// Everything Swift cannot call directly in xml2, under names of our own (prefix cxml2_).
#ifndef MINGCHA_cxml2_shim_h
#define MINGCHA_cxml2_shim_h

// libxml2 would include ICU's headers, whose types Foundation defines too; nothing here needs them.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>
#include <string.h>

// Swift cannot build the union-free handler struct briefly nor assign through parser->sax without
// copying it, so the wiring of the five events we listen to stands here.
typedef struct {
  startElementSAXFunc start;
  endElementSAXFunc end;
  charactersSAXFunc text;
  internalSubsetSAXFunc doctype;
} cxml2_events;

// Reads UTF-8 HTML (with a byte order mark, so that no meta charset is believed) event by event.
// No tree is built, nothing is loaded, nothing is printed. `handle` receives the parser while it
// runs, for cxml2_consumed and cxml2_stop. Returns 0, or -1 when no memory was left.
static inline int cxml2_read_html(const char *bytes, int count, cxml2_events events,
                                  void *context, void **handle) {
  htmlParserCtxtPtr parser = htmlCreateMemoryParserCtxt(bytes, count);
  if (parser == NULL || parser->sax == NULL) {
    if (parser != NULL) htmlFreeParserCtxt(parser);
    return -1;
  }
  memset(parser->sax, 0, sizeof(*parser->sax));
  parser->sax->startElement = events.start;
  parser->sax->endElement = events.end;
  parser->sax->characters = events.text;
  parser->sax->ignorableWhitespace = events.text;
  parser->sax->cdataBlock = events.text;
  parser->sax->internalSubset = events.doctype;
  parser->userData = context;
  htmlCtxtUseOptions(parser, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                                 HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
  parser->userData = context;
  *handle = parser;
  htmlParseDocument(parser);
  *handle = NULL;
  htmlFreeParserCtxt(parser);
  return 0;
}

// The events of an XML member (not HTML) that are listened to. Attributes come five pointers each:
// local name, prefix, namespace, begin and end of the value.
typedef struct {
  startElementNsSAX2Func start;
  endElementNsSAX2Func end;
  charactersSAXFunc text;
  internalSubsetSAXFunc doctype;
} cxml2_xml_events;

// Reads XML event by event. No tree is built, nothing is loaded or printed, and libxml2's own
// limits (depth 256, text 10 MB) stand. NOENT only concerns character references here: without it
// `&amp;` in an attribute would arrive as `&#38;`. A listener must stop the reading at a doctype, so
// that no entity is ever declared. Returns 0 for well-formed XML, an xmlParserErrors number
// otherwise, -1 when no memory was left. `line` receives the line of the error.
static inline int cxml2_read_xml(const char *bytes, int count, cxml2_xml_events events,
                                 void *context, void **handle, int *line) {
  xmlParserCtxtPtr parser = xmlCreateMemoryParserCtxt(bytes, count);
  if (parser == NULL || parser->sax == NULL) {
    if (parser != NULL) xmlFreeParserCtxt(parser);
    return -1;
  }
  memset(parser->sax, 0, sizeof(*parser->sax));
  parser->sax->initialized = XML_SAX2_MAGIC;
  parser->sax->startElementNs = events.start;
  parser->sax->endElementNs = events.end;
  parser->sax->characters = events.text;
  parser->sax->ignorableWhitespace = events.text;
  parser->sax->cdataBlock = events.text;
  parser->sax->internalSubset = events.doctype;
  xmlCtxtUseOptions(parser, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING |
                                XML_PARSE_NOENT);
  parser->userData = context;
  *handle = parser;
  xmlParseDocument(parser);
  *handle = NULL;
  int result = parser->wellFormed ? 0 : (parser->errNo != 0 ? parser->errNo : 1);
  *line = parser->lastError.line;
  xmlFreeParserCtxt(parser);
  return result;
}

// Bytes read so far, counted from the start of the input.
static inline long cxml2_consumed(void *handle) {
  htmlParserCtxtPtr parser = (htmlParserCtxtPtr)handle;
  return (long)parser->input->consumed + (long)(parser->input->cur - parser->input->base);
}

// Ends the reading at the event that is being handled.
static inline void cxml2_stop(void *handle) { xmlStopParser((htmlParserCtxtPtr)handle); }

// xmlInitParser guards a global; it is called once before any thread parses.
static inline void cxml2_prepare(void) { xmlInitParser(); }

// Where `wanted` first stands in `bytes`, or NULL. The C library's memmem, declared here because
// its header does so only for those who ask for GNU's extensions.
void *memmem(const void *bytes, size_t count, const void *wanted, size_t length);
static inline const void *cxml2_find(const void *bytes, size_t count, const void *wanted,
                                     size_t length) {
  return memmem(bytes, count, wanted, length);
}

#endif
