#include "calc/ruleset/image/image_tree.h"

namespace ansio::ruleset {

NodeForm form_of(NodeKind kind) {
  using Reference = NodeForm::Reference;
  switch (kind) {
    case NodeKind::constant:
      return {.reference = Reference::constant};
    case NodeKind::variable:
    case NodeKind::given:
      return {.selector = true, .reference = Reference::variable};
    case NodeKind::parameter:
      return {.reference = Reference::parameter, .most_children = 3};
    case NodeKind::scale:
      return {.reference = Reference::parameter, .fewest_children = 1, .most_children = 1};
    case NodeKind::let:
      return {.reference = Reference::binding, .fewest_children = 2, .most_children = 2};
    case NodeKind::binding:
      return {.reference = Reference::binding};
    case NodeKind::if_else:
      return {.fewest_children = 3, .most_children = 3};
    case NodeKind::logical_and:
    case NodeKind::logical_or:
    case NodeKind::equal:
    case NodeKind::not_equal:
    case NodeKind::less:
    case NodeKind::less_equal:
    case NodeKind::greater:
    case NodeKind::greater_equal:
    case NodeKind::add:
    case NodeKind::subtract:
    case NodeKind::multiply:
    case NodeKind::divide:
    case NodeKind::round_half_away:
    case NodeKind::round_down:
    case NodeKind::round_up:
    case NodeKind::months_between:
    case NodeKind::years_between:
    case NodeKind::add_months:
    case NodeKind::date_in:
    case NodeKind::add_days:
    case NodeKind::days_between:
    case NodeKind::weekdays_between:
      return {.fewest_children = 2, .most_children = 2};
    case NodeKind::logical_not:
    case NodeKind::negate:
    case NodeKind::absolute:
    case NodeKind::to_number:
    case NodeKind::previous:
    case NodeKind::year_to_date:
    case NodeKind::year_sum:
    case NodeKind::at_year_start:
    case NodeKind::at_year_end:
    case NodeKind::this_year:
    case NodeKind::last_year:
    case NodeKind::year_of:
    case NodeKind::month_of_year:
    case NodeKind::weekdays:
    case NodeKind::days:
    case NodeKind::month_of:
    case NodeKind::day_of:
    case NodeKind::weekday_of:
      return {.fewest_children = 1, .most_children = 1};
    case NodeKind::minimum:
    case NodeKind::maximum:
      return {.fewest_children = 1, .most_children = most_node_children};
    case NodeKind::convert:
      return {.reference = Reference::constant, .fewest_children = 1, .most_children = 1};
    case NodeKind::sum:
    case NodeKind::count:
    case NodeKind::any:
    case NodeKind::all:
    case NodeKind::max_of:
    case NodeKind::min_of:
      return {.people = true, .fewest_children = 1, .most_children = 1};
    case NodeKind::exists:
    case NodeKind::is_role:
    case NodeKind::position:
      return {.selector = true};
    case NodeKind::average:
      return {.reference = Reference::number, .fewest_children = 1, .most_children = 1};
    case NodeKind::this_month:
    case NodeKind::typical_month:
      return {};
  }
  return {};
}

}  // namespace ansio::ruleset
