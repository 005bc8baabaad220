package dev.confab.message.search;

import dev.confab.message.search.SearchQuery.Flag;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;

/** What the index holds of a message. Nothing can be read out of it: texts come from the rows. */
final class Fields {
    static final String ID = "id";
    static final String STREAM = "stream";
    static final String AUTHOR = "author";
    static final String FLAG = "flag";
    static final String AT = "at";
    static final String TEXT = "text";

    /** The numbers of a place, by which equals in time are ordered as well. */
    static final String STREAM_NUMBER = "stream_number";

    static final String EPOCH = "epoch";
    static final String POSITION = "position";

    private static final FieldType WORDS = new FieldType();

    static {
        WORDS.setTokenized(true);
        WORDS.setOmitNorms(true);
        WORDS.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
        WORDS.freeze();
    }

    private Fields() {}

    static Document of(IndexedMessage message) {
        Document document = new Document();
        int stream = message.place().stream();
        document.add(new StringField(ID, message.place().term(), Field.Store.NO));
        document.add(new StringField(STREAM, Integer.toString(stream), Field.Store.NO));
        document.add(new StringField(AUTHOR, message.author().key(), Field.Store.NO));
        document.add(new LongField(AT, message.at().toEpochMilli(), Field.Store.NO));
        document.add(new NumericDocValuesField(STREAM_NUMBER, stream));
        document.add(new NumericDocValuesField(EPOCH, message.place().position().epoch()));
        document.add(new NumericDocValuesField(
                POSITION, message.place().position().position().value()));
        flags(message).forEach(flag -> document.add(new StringField(FLAG, term(flag), Field.Store.NO)));
        document.add(new Field(TEXT, message.text(), WORDS));
        return document;
    }

    private static List<Flag> flags(IndexedMessage message) {
        return Stream.of(Flag.values())
                .filter(flag -> switch (flag) {
                    case LINK -> message.hasLink();
                    case THREAD -> message.inThread();
                    // messages carry no files
                    case FILE -> false;
                })
                .toList();
    }

    static String term(Flag flag) {
        return flag.name().toLowerCase(Locale.ROOT);
    }
}
