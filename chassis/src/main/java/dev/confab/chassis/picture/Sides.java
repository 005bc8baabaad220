package dev.confab.chassis.picture;

/** Width and height in pixels. */
record Sides(int width, int height) {
    static final Sides NONE = new Sides(0, 0);
}
