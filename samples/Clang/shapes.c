/* What the sample shows the tree of. */
struct point {
    double x, y;
};

static const int unit = 1;

double dot(struct point left, struct point right) {
    return left.x * right.x + left.y * right.y;
}

int is_unit(const struct point *point) {
    return dot(*point, *point) == unit;
}
