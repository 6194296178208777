/*
 * Tokens of the SDK dialect. What a character means depends only on what came before it: after an operand `.` selects a
 * member and `-` subtracts, elsewhere `.` starts a number and `-` is a sign. The two modes say just that.
 *
 * The input is a stream of UTF-16 code units, not of code points, so that positions are those of the SDK, and unpaired
 * surrogates are ordinary characters. Every input has tokens: what is wrong with one is said by the parser when it is
 * used, because an earlier error must win.
 */
lexer grammar SdkLexer;

@members {
    private int previous = Token.EOF;

    @Override
    public void emit(Token token) {
        previous = token.getType();
        super.emit(token);
    }
}

// An operand may start here.
BLANK : Blank -> skip ;
NAME : Name -> mode(AFTER_OPERAND) ;
STRING : Quoted -> mode(AFTER_OPERAND) ;
NUMBER : ( Integer | Decimal ) Exponent? -> mode(AFTER_OPERAND) ;
PREFIX : [!~+-] ;
LEFT_PARENTHESIS : '(' ;
RIGHT_PARENTHESIS : ')' -> mode(AFTER_OPERAND) ;
LEFT_BRACKET : '[' ;
RIGHT_BRACKET : ']' -> mode(AFTER_OPERAND) ;
COMMA : ',' ;
SEMICOLON : ';' ;
OTHER : . ;

// An operand ended here. Only a number can be followed by a number that starts with a point, and has no members.
mode AFTER_OPERAND;
DOT : '.' {previous != NUMBER}? ;
OPTIONAL_DOT : '?.' {previous != NUMBER}? ;
OR : '||' -> mode(DEFAULT_MODE) ;
COALESCE : '??' -> mode(DEFAULT_MODE) ;
AND : '&&' -> mode(DEFAULT_MODE) ;
BIT_OR : '|' -> mode(DEFAULT_MODE) ;
BIT_XOR : '^' -> mode(DEFAULT_MODE) ;
BIT_AND : '&' -> mode(DEFAULT_MODE) ;
EQUALITY : ( '==' | '!=' | '===' | '!==' ) -> mode(DEFAULT_MODE) ;
RELATION : ( '<' | '>' | '<=' | '>=' ) -> mode(DEFAULT_MODE) ;
SHIFT : ( '<<' | '>>' | '>>>' ) -> mode(DEFAULT_MODE) ;
SUM : [+-] -> mode(DEFAULT_MODE) ;
PRODUCT : [*/%] -> mode(DEFAULT_MODE) ;
POWER : '**' -> mode(DEFAULT_MODE) ;
QUESTION : '?' -> mode(DEFAULT_MODE) ;
COLON : ':' -> mode(DEFAULT_MODE) ;
NEXT_BLANK : Blank -> skip ;
NEXT_NAME : Name -> type(NAME) ;
NEXT_STRING : Quoted -> type(STRING) ;
NEXT_NUMBER : ( Integer | {previous == NUMBER}? Decimal ) Exponent? -> type(NUMBER) ;
NEXT_PREFIX : [!~] -> type(PREFIX), mode(DEFAULT_MODE) ;
NEXT_LEFT_PARENTHESIS : '(' -> type(LEFT_PARENTHESIS), mode(DEFAULT_MODE) ;
NEXT_RIGHT_PARENTHESIS : ')' -> type(RIGHT_PARENTHESIS) ;
NEXT_LEFT_BRACKET : '[' -> type(LEFT_BRACKET), mode(DEFAULT_MODE) ;
NEXT_RIGHT_BRACKET : ']' -> type(RIGHT_BRACKET) ;
NEXT_COMMA : ',' -> type(COMMA), mode(DEFAULT_MODE) ;
NEXT_SEMICOLON : ';' -> type(SEMICOLON), mode(DEFAULT_MODE) ;
NEXT_OTHER : . -> type(OTHER), mode(DEFAULT_MODE) ;

fragment Blank : [ \t\r\n]+ ;
fragment Name : NameStart ( NameStart | Digit )* ;
fragment NameStart : [A-Za-z$_\u0080-\uFFFF] ;
fragment Digit : [0-9] ;
fragment Integer : Digit+ ( '.' Digit* )? ;
fragment Decimal : '.' Digit* ;
fragment Exponent : [eE] [+-]? Digit* ;

// The closing quote is missing at the end of the input only; a backslash may end it.
fragment Quoted : '"' ( ~["\\] | '\\' . )* ["\\]? | '\'' ( ~['\\] | '\\' . )* ['\\]? ;
