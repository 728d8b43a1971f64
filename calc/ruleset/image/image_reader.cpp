// Reads an image without trusting it: every number has a limit, every reference a target, one flag says that all is
// well.
//
// Idea: nothing stops at the first fault. What cannot be read becomes 0, the flag is set, and the walk over the fields
// ends by itself, because every count is limited by the bytes that are left. So the list of fields has no error paths,
// and reading takes time and space in proportion to the image. Whether the rules read so make sense is asked once, at
// the end (image_check.h).
#include <algorithm>
#include <limits>
#include <span>

#include "calc/base/limits/limits.h"
#include "calc/base/text/utf8.h"
#include "calc/ruleset/image/image.h"
#include "calc/ruleset/image/image_check.h"
#include "calc/ruleset/image/image_layout.h"
#include "calc/ruleset/image/image_tree.h"
#include "calc/ruleset/model/choices.h"
#include "calc/ruleset/model/fingerprint.h"

namespace ansio::ruleset {
namespace {

// Bytes read from the front. What goes wrong anywhere marks the one flag that all lanes share.
class Bytes {
 public:
  Bytes() = default;
  Bytes(std::string_view bytes, bool& failed) : bytes_(bytes), failed_(&failed) {}

  UInt128 number() {
    UInt128 value = 0;
    for (unsigned shift = 0; shift < 128; shift += 7) {
      if (bytes_.empty())
        break;
      const auto byte = static_cast<unsigned char>(bytes_.front());
      bytes_.remove_prefix(1);
      // The nineteenth byte holds the last two bits; more would be shifted away without a word.
      if (shift == 126 && byte > 3)
        break;
      value |= static_cast<UInt128>(byte & 0x7f) << shift;
      if (byte < 0x80)
        return value;
    }
    *failed_ = true;
    return 0;
  }

  // Compared before it is narrowed: a number of 128 bits must not become a small one by losing its front.
  std::size_t number_below(std::size_t limit) {
    const UInt128 value = number();
    if (value < limit)
      return static_cast<std::size_t>(value);
    *failed_ = true;
    return 0;
  }

  Int128 signed_number() {
    const UInt128 value = number();
    // Zigzag: 0, −1, 1, −2, … as 0, 1, 2, 3, …, so that small numbers of either sign are short.
    return static_cast<Int128>(value >> 1) ^ -static_cast<Int128>(value & 1);
  }

  // Differences of places and powers of units; beyond it nothing is meant.
  std::int64_t small_number() {
    const Int128 value = signed_number();
    if (value > -1'000'000'000 && value < 1'000'000'000)
      return static_cast<std::int64_t>(value);
    *failed_ = true;
    return 0;
  }

  std::string_view take(std::size_t count) {
    if (count > bytes_.size()) {
      *failed_ = true;
      return {};
    }
    const std::string_view front = bytes_.substr(0, count);
    bytes_.remove_prefix(count);
    return front;
  }

  [[nodiscard]] std::size_t size() const { return bytes_.size(); }

 private:
  std::string_view bytes_;
  bool* failed_ = nullptr;
};

Fraction decimal(Int128 number, std::size_t decimals) {
  Int128 power = 1;
  while (decimals-- > 0)
    power *= 10;
  return Fraction::from_ratio(number, power);
}

class ImageReader {
 public:
  explicit ImageReader(Tree& tree) : tree_(tree) {
    for (Bytes& lane : lanes_)
      lane = Bytes({}, failed_);
  }

  // The sections of a file after its heading. Each section comes once.
  void add(std::string_view body, const std::string_view* core_seal) {
    Bytes bytes(body, failed_);
    const auto set = static_cast<SectionSet>(bytes.number_below(std::size_t{all_sections} + 1));
    // A part names the core it was cut from. Texts of other rules would fit in number and say something else.
    if (core_seal && bytes.take(core_seal->size()) != *core_seal)
      failed_ = true;
    if ((set & present_) != 0)
      failed_ = true;
    // A section that came twice could replace what has been counted on already.
    present_ |= set;
    std::array<std::size_t, section_count> sizes{};
    for (std::size_t i = 0; i < section_count; ++i)
      if ((set >> i & 1) != 0)
        sizes[i] = bytes.number_below(body.size());
    for (std::size_t i = 0; i < section_count && !failed_; ++i)
      if ((set >> i & 1) != 0) {
        const std::string_view section = bytes.take(sizes[i]);
        if (i < lane_count)
          lanes_[i] = Bytes(section, failed_);
        else
          read_pool(section, pools_[i - lane_count]);
      }
    if (bytes.size() != 0)
      failed_ = true;
  }

  [[nodiscard]] bool is_computable() const { return !failed_ && (present_ & core_sections) == core_sections; }

  [[nodiscard]] bool is_read_whole() const {
    return !failed_ && std::all_of(lanes_.begin(), lanes_.end(), [](const Bytes& lane) { return lane.size() == 0; }) &&
           std::all_of(pools_.begin(), pools_.end(),
                       [](const PoolTexts& pool) { return pool.next == pool.texts.size(); });
  }

  template <class Number>
  void number(Lane lane, Number& value, int highest) {
    if (!is_present(section_of(lane)))
      return;
    value = static_cast<Number>(lane_of(lane).number_below(static_cast<std::size_t>(highest) + 1));
  }

  template <class Number>
  void signed_number(Lane lane, Number& value) {
    const std::int64_t number = lane_of(lane).small_number();
    if (number < -1'000'000 || number > 1'000'000)
      failed_ = true;
    else
      value = static_cast<Number>(number);
  }

  void flag(bool& value) { value = lane_of(Lane::structure).number_below(2) == 1; }

  template <class T>
  void size(std::vector<T>& all) {
    // Every element takes a byte of some lane at least: a count of more than the bytes left is a lie, found before
    // memory is asked for.
    std::size_t left = 0;
    for (const Bytes& lane : lanes_)
      left += lane.size();
    // A new list: growing one in place takes more code, for each type.
    std::vector<T> made(lane_of(Lane::structure).number_below(std::min(most_elements, left) + 1));
    all.swap(made);
  }

  void text(Pool pool, std::string& text, const std::string* like = nullptr) {
    PoolTexts& known = pools_[static_cast<std::size_t>(pool)];
    const bool is_here = is_present(section_of(pool));
    // References are read whether the pool is here or not, or the lane would run out of step when a language is
    // missing.
    const std::size_t reference = lane_of(Lane::reference).number_below(is_here ? known.texts.size() + 2 : most_texts);
    std::string_view found;
    if (reference == 1 && like)
      found = *like;
    else if (!is_here)
      return;
    else if (reference == 0 && known.next < known.texts.size())
      found = known.texts[known.next++];
    else if (reference >= 2 && reference - 2 < known.next)
      found = known.texts[reference - 2];
    else
      failed_ = true;
    // One long text that a thousand fields refer to is short in the image and long in memory.
    text_handed_out_ += found.size();
    if (text_handed_out_ > most_text)
      failed_ = true;
    if (!failed_)
      text = found;
  }

  void fraction(Lane lane, Fraction& value) {
    Bytes& bytes = lane_of(lane);
    const UInt128 decimals = bytes.number();
    const Int128 numerator = bytes.signed_number();
    if (numerator > wide_limit || numerator < -wide_limit)
      failed_ = true;
    else if (decimals <= 30)
      value = decimal(numerator, static_cast<std::size_t>(decimals));
    else
      value = Fraction::from_ratio(numerator, static_cast<Int128>(bytes.number() & ~(UInt128{1} << 127)));
    if (!value.is_valid()) {
      failed_ = true;
      value = Fraction{};
    }
  }

  void cells(std::vector<Fraction>& cells, const std::vector<Fraction>* before) {
    size(cells);
    Bytes& bytes = lane_of(Lane::cell);
    const UInt128 decimals = bytes.number();
    if (decimals > 18 && decimals != 255)
      failed_ = true;
    // Written as differences: the same table of another year differs little from the one before, and cells of a row
    // from their neighbours. Numbers and references alike stay below the limit that keeps their sum within 128 bits.
    Int128 neighbour = 0;
    for (std::size_t i = 0; i < cells.size() && !failed_; ++i) {
      if (decimals == 255) {
        fraction(Lane::cell, cells[i]);
        continue;
      }
      Int128 reference = neighbour;
      if (before && before->size() == cells.size())
        if (const std::optional<Int128> scaled = scaled_to((*before)[i], static_cast<std::size_t>(decimals)))
          reference = *scaled;
      const Int128 difference = bytes.signed_number();
      if (difference > image_cell_limit || difference < -image_cell_limit || reference > image_cell_limit ||
          reference < -image_cell_limit) {
        failed_ = true;
        return;
      }
      neighbour = reference + difference;
      cells[i] = decimal(neighbour, static_cast<std::size_t>(decimals));
      if (!cells[i].is_valid())
        failed_ = true;
    }
  }

  void formula(DatedFormula& formula) {
    formula.from.index = static_cast<std::int32_t>(lane_of(Lane::date).number_below(2200 * 12));
    text(Pool::formula, formula.text);
    const std::size_t count = lane_of(Lane::structure).number_below(lane_of(Lane::node_kind).size() + 1);
    // Nodes stand in postfix order. Each takes as many from the stack as it has children; one tree must be left at the
    // end. Nothing recurses, so a formula as deep as the image is long costs no stack.
    stack_.clear();
    leaf_end_ = 0;
    for (std::size_t i = 0; i < count && !failed_; ++i)
      node(formula.text.size());
    if (stack_.size() != 1)
      failed_ = true;
    if (!failed_)
      formula.root = stack_.front();
  }

 private:
  struct PoolTexts {
    std::vector<std::string_view> texts;
    std::size_t next = 0;
  };

  [[nodiscard]] bool is_present(std::size_t section) const { return (present_ >> section & 1) != 0; }

  void read_pool(std::string_view section, PoolTexts& pool) {
    Bytes bytes(section, failed_);
    Bytes lengths(bytes.take(bytes.number_below(section.size() + 1)), failed_);
    while (lengths.size() != 0 && !failed_) {
      pool.texts.push_back(bytes.take(lengths.number_below(section.size())));
      if (find_invalid_utf8(pool.texts.back()))
        failed_ = true;
    }
    if (bytes.size() != 0)
      failed_ = true;
  }

  Bytes& lane_of(Lane lane) { return lanes_[static_cast<std::size_t>(lane)]; }

  static std::optional<Int128> scaled_to(const Fraction& value, std::size_t decimals) {
    Int128 power = 1;
    for (std::size_t i = 0; i < decimals; ++i)
      power *= 10;
    const Int128 limit = (Int128{1} << 120) / power;
    // What cannot be written with so many decimals is no reference; the writer asks the same question and decides
    // alike.
    if (power % value.denominator() != 0 || value.numerator() >= limit || value.numerator() <= -limit)
      return std::nullopt;
    return value.numerator() * (power / value.denominator());
  }

  void node(std::size_t text_size) {
    Node node;
    node.kind = static_cast<NodeKind>(lane_of(Lane::node_kind).number_below(node_kind_count));
    const NodeForm form = form_of(node.kind);
    node.child_count = form.fewest_children;
    if (form.fewest_children != form.most_children)
      node.child_count = static_cast<std::uint32_t>(lane_of(Lane::node_kind).number_below(form.most_children + 1));
    if (form.selector)
      node.selector = static_cast<Selector>(
          lane_of(Lane::node_selector).number_below(static_cast<std::size_t>(Selector::child) + 1));
    if (form.people)
      node.people =
          static_cast<People>(lane_of(Lane::node_selector).number_below(static_cast<std::size_t>(People::others) + 1));
    if (form.reference == Reference::constant) {
      node.reference = static_cast<std::uint32_t>(tree_.constants.size());
      fraction(Lane::node_constant, tree_.constants.emplace_back());
    } else if (form.reference != Reference::none) {
      node.reference = static_cast<std::uint32_t>(lane_of(Lane::node_reference).number_below(most_elements));
    }
    type(node.type);
    if (node.child_count > stack_.size() || node.child_count < form.fewest_children) {
      failed_ = true;
      return;
    }
    const std::size_t taken = stack_.size() - node.child_count;
    node.first_child = static_cast<std::uint32_t>(tree_.children.size());
    tree_.children.insert(tree_.children.end(), stack_.begin() + static_cast<std::ptrdiff_t>(taken), stack_.end());
    stack_.resize(taken);
    place(node, text_size);
    stack_.push_back(static_cast<NodeId>(tree_.nodes.size()));
    tree_.nodes.push_back(node);
  }

  // Types are few and nodes are many: a type is told once and called by its number from then on.
  void type(Type& type) {
    Bytes& lane = lane_of(Lane::node_type);
    const std::size_t reference = lane.number_below(types_.size() + 1);
    if (reference > 0) {
      type = types_[reference - 1];
      return;
    }
    type.kind = static_cast<Type::Kind>(lane.number_below(static_cast<std::size_t>(Type::Kind::date) + 1));
    type.enumeration = static_cast<std::uint16_t>(lane.number_below(0x10000));
    for (std::int8_t& power : type.unit.powers) {
      const std::int64_t value = lane.small_number();
      if (value < -100 || value > 100)
        failed_ = true;
      else
        power = static_cast<std::int8_t>(value);
    }
    types_.push_back(type);
  }

  void place(Node& node, std::size_t text_size) {
    // Places mean nothing without the text, or where nothing is ever explained.
    if (!says_why || !is_present(section_of(Lane::node_place)) || !is_present(section_of(Pool::formula)))
      return;
    const auto beyond = [&](std::int64_t from) {
      const std::int64_t value = from + lane_of(Lane::node_place).small_number();
      if (value >= 0 && value <= static_cast<std::int64_t>(text_size))
        return static_cast<std::uint32_t>(value);
      failed_ = true;
      return std::uint32_t{0};
    };
    if (node.child_count == 0) {
      node.source_begin = beyond(leaf_end_);
      node.source_end = beyond(node.source_begin);
      leaf_end_ = node.source_end;
    } else {
      const std::span<const NodeId> children = tree_.children_of(node);
      // Where an expression begins is told from where its first child does, mostly right there.
      const std::int64_t reach = lane_of(Lane::node_place).small_number();
      const std::int64_t begin = tree_.nodes[children.front()].source_begin - reach;
      if (begin >= 0 && begin <= static_cast<std::int64_t>(text_size))
        node.source_begin = static_cast<std::uint32_t>(begin);
      else
        failed_ = true;
      node.source_end = beyond(tree_.nodes[children.back()].source_end);
    }
    if (node.source_end < node.source_begin)
      failed_ = true;
  }

  Tree& tree_;
  bool failed_ = false;
  SectionSet present_ = 0;
  std::array<Bytes, lane_count> lanes_;
  std::array<PoolTexts, pool_count> pools_;
  std::vector<Type> types_;
  std::vector<NodeId> stack_;
  std::uint32_t leaf_end_ = 0;
  std::size_t text_handed_out_ = 0;
};

Diagnostic bad_image(std::string_view message) {
  return worded([&] {
    return Diagnostic{.code = Code::bad_image, .position = {"<image>", 0, 0}, .message = std::string(message)};
  });
}

// What is wrong before the first section: not ours, another version, damaged.
std::optional<Diagnostic> check_heading(std::string_view image) {
  if (!image.starts_with(image_magic) || image.size() < image_heading)
    return bad_image("this is no image of a rule set");
  if (image[image_magic.size()] != image_version)
    return bad_image("the image is of another version of the engine");
  UInt128 seal = 0;
  for (std::size_t i = 16; i-- > 0;)
    seal = seal << 8 | static_cast<unsigned char>(image[image_magic.size() + 1 + i]);
  if (seal != fingerprint(image.substr(image_heading)))
    return bad_image("the image is damaged");
  return std::nullopt;
}

}  // namespace

Diagnostics read_own_image(RuleSet& rules, std::string_view image, std::span<const std::string_view> parts) {
  if (std::optional<Diagnostic> wrong = check_heading(image))
    return {std::move(*wrong)};
  ImageReader reader(rules.tree);
  reader.add(image.substr(image_heading), nullptr);
  const std::string_view core_seal = image.substr(image_magic.size() + 1, 16);
  for (const std::string_view part : parts) {
    if (std::optional<Diagnostic> wrong = check_heading(part))
      return {std::move(*wrong)};
    reader.add(part.substr(image_heading), &core_seal);
  }
  if (!reader.is_computable())
    return {bad_image("the image is malformed, or a part belongs to another one")};
  ImageFields(reader).rule_set(rules);
  if (!reader.is_read_whole())
    return {bad_image("the image is malformed")};
  if constexpr (says_why)  // a program of few words lets nobody choose
    add_choices(rules);
  return {};
}

Result<RuleSet> load_image(std::string_view image, std::span<const std::string_view> parts) {
  RuleSet rules;
  if (Diagnostics wrong = read_own_image(rules, image, parts); !wrong.empty())
    return wrong;
  if (const std::string wrong = unsound_part(rules); !wrong.empty())
    return bad_image("the image is unsound: " + wrong);
  return rules;
}

}  // namespace ansio::ruleset
