-- One report an attempt: the primary key is what keeps an attempt from being graded twice.

create table score_report (
    attempt_id  uuid        primary key references attempt,
    right_count int         not null,
    scored      int         not null,
    scaled      int         not null,
    passed      boolean     not null,
    grades      boolean[]   not null, -- by position: right or not, unscored items included
    sequences   int[]       not null  -- by position: which save was graded, 0 for none
);
