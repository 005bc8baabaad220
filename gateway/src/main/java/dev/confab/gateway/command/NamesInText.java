package dev.confab.gateway.command;

import dev.confab.protocol.MessageText;
import dev.confab.protocol.Username;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/** The names that stand behind an {@code @} in a text. In code they are a part of the code, in a quote another has named them. */
final class NamesInText {
    /** Not in the midst of a word; scripts that put no spaces between words have no midst of a word. The page does the same. */
    private static final String BEFORE =
            "(?<=^|[^\\p{L}\\p{N}_@/.-]|[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsHangul}\\p{IsThai}])";

    private static final Pattern NAME =
            Pattern.compile(BEFORE + "@([A-Za-z0-9_.-]{1," + Username.MAX_LENGTH + "}+)(?![A-Za-z0-9_@])");

    private static final Parser MARKDOWN = Parser.builder()
            .enabledBlockTypes(Set.of(FencedCodeBlock.class, BlockQuote.class, ListBlock.class))
            .build();

    private NamesInText() {}

    /** Each as it is written, small, in the order of the text; a full stop behind it may belong to it or not. */
    static List<String> of(MessageText text) {
        if (text.value().indexOf('@') < 0) {
            return List.of();
        }
        Set<String> names = new LinkedHashSet<>();
        MARKDOWN.parse(text.value()).accept(new AbstractVisitor() {
            @Override
            public void visit(Text plain) {
                NAME.matcher(plain.getLiteral())
                        .results()
                        .forEach(found -> names.add(found.group(1).toLowerCase(Locale.ROOT)));
            }

            @Override
            public void visit(BlockQuote others) {
                // not this author's words
            }
        });
        return List.copyOf(names);
    }

    static boolean endsLikeASentence(String name) {
        char last = name.charAt(name.length() - 1);
        return last == '.' || last == '-' || last == '_';
    }
}
