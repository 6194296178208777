/**
 * The filter language. One rule holds every expression: whether a part may stand as a condition or as
 * an operand is decided later, where the message can be better than a parser's.
 *
 * The lexer accepts any text. Tokens that no parser rule mentions exist to be refused by name.
 */
grammar FilterExpression;

// Stands in for an operand that is missing, while the rest of a faulty filter is checked.
tokens { MISSING }

filter
    : expression EOF
    ;

expression
    : NOT expression                                                            # negation
    | expression (EQ | NE | STRICT_EQ | STRICT_NE | LT | LE | GT | GE) expression # comparison
    | expression AND expression                                                 # conjunction
    | expression OR expression                                                  # disjunction
    | LPAREN expression RPAREN                                                  # group
    | path arguments?                                                           # reference
    | (STRING | NUMBER | TRUE | FALSE | NULL | MISSING)                         # literal
    ;

path
    : (NAME | QUOTED_NAME) (DOT (NAME | QUOTED_NAME | TRUE | FALSE | NULL))*
    ;

arguments
    : LPAREN (argument (COMMA argument)*)? RPAREN
    ;

argument
    : expression
    | LBRACE expression (COMMA expression)* RBRACE
    | LBRACKET expression (COMMA expression)* RBRACKET
    ;

OR: '||';
AND: '&&';
NOT: '!';
EQ: '==';
NE: '!=';
STRICT_EQ: '===';
STRICT_NE: '!==';
LT: '<';
LE: '<=';
GT: '>';
GE: '>=';
LPAREN: '(';
RPAREN: ')';
LBRACE: '{';
RBRACE: '}';
LBRACKET: '[';
RBRACKET: ']';
COMMA: ',';
DOT: '.';

TRUE: 'true';
FALSE: 'false';
NULL: 'null';
NAME: [\p{L}_$] [\p{L}\p{M}\p{Nd}_$]*;
QUOTED_NAME: '`' ~'`'* '`';
NUMBER: [-+]? [0-9]+ ('.' [0-9]+)? ([eE] [-+]? [0-9]+)?;
STRING: '"' (~["\\] | '\\' .)* '"' | '\'' (~['\\] | '\\' .)* '\'';

// Unicode White_Space without the no-break spaces, which look like blanks and are none.
WHITE_SPACE: [\t-\r \u0085\u1680\u2000-\u2006\u2008-\u200A\u2028\u2029\u205F\u3000]+ -> skip;

// From here on: refused, each with its own message.
SINGLE: '=' | '&' | '|';
ANGLES: '<>';
ARITHMETIC: '+' | '-' | '*' | '/' | '%' | '**' | '^' | '~' | '<<' | '>>' | '>>>';
QUESTION: '?';
COLON: ':';
NULL_SAFE: '?.' | '??';
SEMICOLON: ';';
UNCLOSED_STRING: '"' (~["\\] | '\\' .)* '\\'? | '\'' (~['\\] | '\\' .)* '\\'?;
UNCLOSED_NAME: '`' ~'`'*;
ESCAPED_STRING: '\\"' .*? '\\"' | '\\\'' .*? '\\\'';
TYPOGRAPHIC_STRING
    : [\u201C-\u201F\u00AB\u00BB] ~[\u201C-\u201F\u00AB\u00BB"\r\n]* [\u201C-\u201F\u00AB\u00BB"]
    | [\u2018-\u201B\u2039\u203A] ~[\u2018-\u201B\u2039\u203A'\r\n]* [\u2018-\u201B\u2039\u203A']
    ;
TYPOGRAPHIC_QUOTE: [\u2018-\u201F\u00AB\u00BB\u2039\u203A];
TYPOGRAPHIC_OPERATOR: [\u2260\u2264\u2265];
NO_BREAK_SPACE: [\u00A0\u2007\u202F]+;
OTHER: .;
