// Writes a rule set as an image and cuts it into a core and its parts.
//
// Each function here is the mirror of the one of its name in image_reader.cpp, and both must decide alike from what
// they have read or written so far (which reference, how many decimals), since the image does not say it.
#include <algorithm>
#include <map>

#include "calc/ruleset/image/image.h"
#include "calc/ruleset/image/image_layout.h"
#include "calc/ruleset/image/image_tree.h"
#include "calc/ruleset/model/fingerprint.h"

namespace ansio::ruleset {
namespace {

void append_number(std::string& bytes, UInt128 value) {
  // Seven bits a byte, the low ones first; most numbers of a rule set take one byte.
  for (; value >= 0x80; value >>= 7)
    bytes += static_cast<char>(static_cast<unsigned char>(value) | 0x80);
  bytes += static_cast<char>(value);
}

UInt128 zigzag(Int128 value) {
  return (static_cast<UInt128>(value) << 1) ^ static_cast<UInt128>(value >> 127);
}

Int128 power_of_ten(int exponent) {
  Int128 power = 1;
  while (exponent-- > 0)
    power *= 10;
  return power;
}

class ImageWriter {
 public:
  explicit ImageWriter(const Tree& tree) : tree_(tree) {}

  template <class Number>
  void number(Lane lane, Number value, int) {
    append_number(lane_of(lane), static_cast<UInt128>(value));
  }
  void signed_number(Lane lane, std::int64_t value) { append_number(lane_of(lane), zigzag(value)); }
  void flag(bool value) { append_number(lane_of(Lane::structure), value ? 1 : 0); }
  template <class T>
  void size(const std::vector<T>& all) {
    append_number(lane_of(Lane::structure), all.size());
  }

  void text(Pool pool, const std::string& text, const std::string* like = nullptr) {
    Texts& known = pools_[static_cast<std::size_t>(pool)];
    std::string& references = lane_of(Lane::reference);
    if (like && text == *like) {
      append_number(references, 1);
      return;
    }
    const auto [place, is_new] = known.places.emplace(text, known.places.size());
    append_number(references, is_new ? 0 : 2 + place->second);
    if (is_new) {
      append_number(known.lengths, text.size());
      known.bytes += text;
    }
  }

  // A number with finitely many decimals: how many, and the number without its point. Any other: 255, numerator,
  // denominator.
  void fraction(Lane lane, const Fraction& value) {
    const int decimals = decimals_of(value);
    const bool is_decimal = decimals >= 0 && decimals <= 30 && fits(value, decimals);
    append_number(lane_of(lane), static_cast<unsigned>(is_decimal ? decimals : 255));
    if (is_decimal) {
      append_number(lane_of(lane), zigzag(scaled(value, decimals)));
    } else {
      append_number(lane_of(lane), zigzag(value.numerator()));
      append_number(lane_of(lane), static_cast<UInt128>(value.denominator()));
    }
  }

  // Cells share their number of decimals and are told as differences from the cells before, or else from their
  // neighbour.
  void cells(const std::vector<Fraction>& cells, const std::vector<Fraction>* before) {
    size(cells);
    int decimals = 0;
    for (const Fraction& cell : cells) {
      const int needed = decimals_of(cell);
      // 255 stands for "each cell by itself": thirds, which no number of decimals holds, and numbers too long.
      decimals = needed < 0 ? 255 : std::max(decimals, needed);
      if (decimals > 18 || !fits(cell, 18)) {
        decimals = 255;
        break;
      }
    }
    std::string& lane = lane_of(Lane::cell);
    append_number(lane, static_cast<unsigned>(decimals));
    // The same order of questions as in the reader: the cell of the date before, else the neighbour.
    Int128 neighbour = 0;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (decimals == 255) {
        fraction(Lane::cell, cells[i]);
        continue;
      }
      const Int128 value = scaled(cells[i], decimals);
      const bool has_before = before && before->size() == cells.size() && is_scaled((*before)[i], decimals);
      append_number(lane, zigzag(value - (has_before ? scaled((*before)[i], decimals) : neighbour)));
      neighbour = value;
    }
  }

  void formula(const DatedFormula& formula) {
    append_number(lane_of(Lane::date), static_cast<UInt128>(formula.from.index));
    text(Pool::formula, formula.text);
    std::vector<NodeId> order;
    collect(formula.root, order);
    append_number(lane_of(Lane::structure), order.size());
    leaf_end_ = 0;
    for (const NodeId id : order)
      node(tree_.nodes[id]);
  }

  // A file of some of the sections; a part also names the core it belongs to.
  [[nodiscard]] std::string file(SectionSet set, const std::string* core = nullptr) const {
    std::string body;
    append_number(body, set);
    if (core)
      body += core->substr(image_magic.size() + 1, 16);
    std::string rest;
    for (std::size_t i = 0; i < section_count; ++i)
      if ((set >> i & 1) != 0) {
        const std::string section = i < lane_count ? lanes_[i] : bytes_of(pools_[i - lane_count]);
        append_number(body, section.size());
        rest += section;
      }
    body += rest;
    std::string image(image_magic);
    image += image_version;
    UInt128 seal = fingerprint(body);
    for (int i = 0; i < 16; ++i, seal >>= 8)
      image += static_cast<char>(static_cast<unsigned char>(seal));
    return image + body;
  }

 private:
  struct Texts {
    std::map<std::string, std::size_t> places;
    std::string lengths, bytes;
  };

  static std::string bytes_of(const Texts& pool) {
    std::string bytes;
    append_number(bytes, pool.lengths.size());
    return bytes + pool.lengths + pool.bytes;
  }

  std::string& lane_of(Lane lane) { return lanes_[static_cast<std::size_t>(lane)]; }

  static bool fits(const Fraction& value, int decimals) {
    const Int128 limit = (Int128{1} << 120) / power_of_ten(decimals);
    return value.numerator() < limit && value.numerator() > -limit;
  }
  static bool is_scaled(const Fraction& value, int decimals) {
    const int needed = decimals_of(value);
    return needed >= 0 && needed <= decimals && fits(value, decimals);
  }
  static Int128 scaled(const Fraction& value, int decimals) {
    return value.numerator() * (power_of_ten(decimals) / value.denominator());
  }

  // Postfix: children first, so that the reader needs no recursion.
  void collect(NodeId id, std::vector<NodeId>& order) const {
    for (const NodeId child : tree_.children_of(tree_.nodes[id]))
      collect(child, order);
    order.push_back(id);
  }

  void node(const Node& node) {
    const NodeForm form = form_of(node.kind);
    append_number(lane_of(Lane::node_kind), static_cast<unsigned>(node.kind));
    if (form.fewest_children != form.most_children)
      append_number(lane_of(Lane::node_kind), node.child_count);
    if (form.selector)
      append_number(lane_of(Lane::node_selector), static_cast<unsigned>(node.selector));
    if (form.people)
      append_number(lane_of(Lane::node_selector), static_cast<unsigned>(node.people));
    if (form.reference == Reference::constant)
      fraction(Lane::node_constant, tree_.constants[node.reference]);
    else if (form.reference != Reference::none)
      append_number(lane_of(Lane::node_reference), node.reference);
    type(node.type);
    place(node);
  }

  // Types are told once; after that by their number.
  void type(const Type& type) {
    const auto known = std::find(types_.begin(), types_.end(), type);
    append_number(lane_of(Lane::node_type),
                  known == types_.end() ? 0 : static_cast<unsigned>(known - types_.begin()) + 1);
    if (known != types_.end())
      return;
    types_.push_back(type);
    append_number(lane_of(Lane::node_type), static_cast<unsigned>(type.kind));
    append_number(lane_of(Lane::node_type), type.enumeration);
    for (const std::int8_t power : type.unit.powers)
      append_number(lane_of(Lane::node_type), zigzag(power));
  }

  void place(const Node& node) {
    std::string& lane = lane_of(Lane::node_place);
    const auto difference = [&](std::uint32_t a, std::uint32_t b) {
      append_number(lane, zigzag(static_cast<Int128>(a) - static_cast<Int128>(b)));
    };
    if (node.child_count == 0) {
      difference(node.source_begin, leaf_end_);
      difference(node.source_end, node.source_begin);
      leaf_end_ = node.source_end;
      return;
    }
    const std::span<const NodeId> children = tree_.children_of(node);
    difference(tree_.nodes[children.front()].source_begin, node.source_begin);
    difference(node.source_end, tree_.nodes[children.back()].source_end);
  }

  const Tree& tree_;
  std::array<std::string, lane_count> lanes_;
  std::array<Texts, pool_count> pools_;
  std::vector<Type> types_;
  std::uint32_t leaf_end_ = 0;
};

void write(const RuleSet& rules, ImageWriter& writer) {
  // The list of fields serves reading, too, and so wants a rule set that it may change; writing changes nothing.
  RuleSet copy = rules;
  std::erase_if(copy.variables, [](const Variable& one) { return one.kind == Variable::Kind::choice; });
  ImageFields(writer).rule_set(copy);
}

}  // namespace

std::string save_image(const RuleSet& rules) {
  ImageWriter writer(rules.tree);
  write(rules, writer);
  return writer.file(all_sections);
}

ImageParts save_image_parts(const RuleSet& rules) {
  ImageWriter writer(rules.tree);
  write(rules, writer);
  ImageParts parts;
  parts.core = writer.file(core_sections);
  parts.formulas = writer.file(formula_sections, &parts.core);
  parts.rest = writer.file(rest_sections, &parts.core);
  for (std::size_t i = 0; i < parts.texts.size(); ++i) {
    parts.texts[i] = writer.file(text_sections[i], &parts.core);
    parts.rest_texts[i] = writer.file(rest_text_sections[i], &parts.core);
  }
  return parts;
}

}  // namespace ansio::ruleset
