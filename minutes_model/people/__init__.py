# placeholder
from minutes_model.people.designation import Designation, split_designation
