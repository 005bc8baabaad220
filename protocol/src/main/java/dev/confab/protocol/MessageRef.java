package dev.confab.protocol;

/** How one event names a message of its own stream. An id is unique for its author there, so nothing has to be looked up. */
public record MessageRef(Username author, MessageId id) {
    public MessageRef {
        Required.require(author, "author");
        Required.require(id, "id");
    }

    /** {@code {author}/{id}}, as in addresses. */
    @Override
    public String toString() {
        return author + "/" + id;
    }
}
